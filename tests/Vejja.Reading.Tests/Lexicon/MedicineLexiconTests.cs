using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class MedicineLexiconTests
{
    private static readonly MedicineLexicon Medicines = MedicineLexicon.Default;

    [Theory]
    [InlineData("Paracetamol", "paracetamol")]
    [InlineData("PARACÉTAMOL", "paracetamol")]
    [InlineData("acetaminophen", "paracetamol")]
    [InlineData("Butylscopolamine", "hyoscine butylbromide")]
    [InlineData("Multivitamine", "multivitamins")]
    [InlineData("Esome", "esomeprazole")]
    [InlineData("Complexe B", "vitamin B complex")]
    [InlineData("Vitamine C", "ascorbic acid")]
    [InlineData("Vitamine B12", "cyanocobalamin")]
    [InlineData("Vitamine B1", "thiamine")]
    [InlineData("Amoxicilline", "amoxicillin")]
    [InlineData("Albuterol", "salbutamol")]
    [InlineData("Air-X", "simeticone")]
    [InlineData("air x", "simeticone")]
    [InlineData("Kremil S", "aluminium hydroxide+magnesium hydroxide+simeticone")]
    [InlineData("Tiffy", "chlorphenamine+paracetamol+phenylephrine")]
    [InlineData("Decolgen", "chlorphenamine+paracetamol+phenylpropanolamine")]
    [InlineData("Metformin HCl", "metformin")]
    [InlineData("Chlorhydrate de metformine", "metformin")]
    [InlineData("Amlodipine besylate", "amlodipine")]
    [InlineData("Amoxicilline/acide clavulanique", "amoxicillin+clavulanic acid")]
    [InlineData("Sulfamethoxazole + Trimethoprim", "sulfamethoxazole+trimethoprim")]
    [InlineData("Calcium carbonate", "calcium carbonate")]
    public void Resolve_KnownSpelling_IsExact(string text, string content)
    {
        var match = Medicines.Resolve(text);
        Assert.Equal(NameMatchKind.Exact, match.Kind);
        Assert.Equal(content, match.Name!.Content);
    }

    [Theory]
    [InlineData("Paracetamo1", "paracetamol")]
    [InlineData("Paracetarnol", "paracetamol")]
    [InlineData("Pararetamol", "paracetamol")]
    [InlineData("Butylscop0lamine", "hyoscine butylbromide")]
    [InlineData("Butyiscopoiamine", "hyoscine butylbromide")]
    [InlineData("Amoxiciilin", "amoxicillin")]
    [InlineData("Arnlodipine", "amlodipine")]
    [InlineData("Omepraz0le", "omeprazole")]
    [InlineData("Mu1tivitamine", "multivitamins")]
    [InlineData("Azithrornycin", "azithromycin")]
    [InlineData("Cefixirne", "cefixime")]
    [InlineData("Metforrnine", "metformin")]
    [InlineData("Dornperidone", "domperidone")]
    [InlineData("Augrnentin", "amoxicillin+clavulanic acid")]
    [InlineData("Ciprof1oxacin", "ciprofloxacin")]
    [InlineData("alopurinol", "allopurinol")]
    public void Resolve_RecogniserSlip_IsNearTheOneName(string text, string content)
    {
        var match = Medicines.Resolve(text);
        Assert.Equal(NameMatchKind.Near, match.Kind);
        Assert.Equal(content, match.Name!.Content);
        Assert.True(match.Distance > 0);
    }

    [Theory]
    [InlineData("Vitamine B13")]
    [InlineData("Vitamine B")]
    [InlineData("xyzzy")]
    [InlineData("matin")]
    [InlineData("")]
    [InlineData("- . /")]
    [InlineData("ក្រោយបាយ")]
    [InlineData("Losek X200")]
    public void Resolve_NoNameNear_NamesNothing(string text) => Assert.Null(Medicines.Resolve(text).Name);

    [Theory]
    [InlineData("Prednisolo", "prednisolone")]
    [InlineData("Cefal", "cefalexin")]
    public void Resolve_StubOfAName_IsNotTaken(string text, string content) =>
        Assert.NotEqual(content, Medicines.Resolve(text).Name?.Content);

    [Fact]
    public void Resolve_BetweenTwoMedicines_Abstains()
    {
        // One letter from both hydralazine and hydroxyzine's neighbourhood is still one; here cefotaxime and cefoxitin stand equally far.
        var match = Medicines.Resolve("Prednisoone");
        Assert.NotEqual(NameMatchKind.Exact, match.Kind);
        Assert.Contains(match.Candidates, c => c.Name.Content == "prednisone");
        Assert.Contains(match.Candidates, c => c.Name.Content == "prednisolone");
        Assert.Equal(NameMatchKind.Ambiguous, match.Kind);
    }

    [Fact]
    public void Search_Candidates_ComeNearestFirst()
    {
        var found = Medicines.Search("Prednisolome");
        Assert.Equal("prednisolone", found[0].Name.Content);
        Assert.True(found.Zip(found.Skip(1)).All(pair => pair.First.Distance <= pair.Second.Distance));
    }

    [Theory]
    [InlineData("Tab. Amlodipine 5mg  1 OD x 30/7", "Amlodipine", "amlodipine")]
    [InlineData("1) AMOXICILLINE 500 mg gél : 1 gél matin, midi et soir", "AMOXICILLINE", "amoxicillin")]
    [InlineData("Esome20mg", "Esome", "esomeprazole")]
    [InlineData("Butylscopolamine 10mg", "Butylscopolamine", "hyoscine butylbromide")]
    [InlineData("Vitamine B12 1000 µg", "Vitamine B12", "cyanocobalamin")]
    [InlineData("Paracetamo1 500mg", "Paracetamo1", "paracetamol")]
    [InlineData("Amoxicilline + Acide clavulanique 1g/125mg", "Amoxicilline + Acide clavulanique", "amoxicillin+clavulanic acid")]
    [InlineData("Panadol Extra 1 គ្រាប់", "Panadol Extra", "caffeine+paracetamol")]
    public void Locate_Line_FindsTheName(string line, string name, string content)
    {
        var span = Medicines.Locate(line);
        Assert.NotNull(span);
        Assert.Equal(name, line.Substring(span.Start, span.Length));
        Assert.Equal(content, span.Match.Name!.Content);
    }

    [Theory]
    [InlineData("1 cp matin et soir pendant 7 jours")]
    [InlineData("take one tablet twice a day after meals")]
    [InlineData("១គ្រាប់ ក្រោយបាយ")]
    [InlineData("")]
    [InlineData("TA:100/65 mmHg P:90 /min")]
    public void Locate_LineWithoutMedicine_FindsNothing(string line) => Assert.Null(Medicines.Locate(line));
}
