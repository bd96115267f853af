using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class VocabularyTests
{
    [Theory]
    [InlineData("គ្រាប់", "tablet")]
    [InlineData("cp", "tablet")]
    [InlineData("Cpr.", "tablet")]
    [InlineData("gél", "capsule")]
    [InlineData("GÉLULE", "capsule")]
    [InlineData("GELULE", "capsule")]
    [InlineData("gel", "gel")]
    [InlineData("susp.", "oral suspension")]
    [InlineData("collyre", "eye drops")]
    [InlineData("កញ្ចប់", "sachet")]
    [InlineData("suppo", "suppository")]
    public void FindForm_PrintedWord_HasOneCode(string word, string code) => Assert.Equal([code], FormVocabulary.Find(word).Select(w => w.Code));

    [Theory]
    [InlineData("គ្រាប់ស្រោប", true)]
    [InlineData("គ្រាប់សំប៉ែត", true)]
    [InlineData("គ្រាប់", false)]
    [InlineData("tablet", false)]
    public void FindForm_SenseToBeConfirmed_IsUncertain(string word, bool uncertain) => Assert.Equal(uncertain, FormVocabulary.Find(word)[0].IsUncertain);

    [Theory]
    [InlineData("PO", "oral")]
    [InlineData("per os", "oral")]
    [InlineData("លេប", "oral")]
    [InlineData("IM", "intramuscular")]
    [InlineData("S/C", "subcutaneous")]
    [InlineData("sl", "sublingual")]
    [InlineData("cutanée", "topical")]
    [InlineData("topically", "topical")]
    public void FindRoute_PrintedWord_HasOneCode(string word, string code) => Assert.Equal([code], RouteVocabulary.Find(word).Select(w => w.Code));

    [Theory]
    [InlineData("sig-en.tsv")]
    [InlineData("sig-fr.tsv")]
    [InlineData("sig-km.tsv")]
    public void Routes_OfTheSigGrammar_AreThePublishedCodes(string file)
    {
        using var reader = new StreamReader(typeof(RouteVocabulary).Assembly.GetManifestResourceStream("Vejja.Reading.Dosing.Data." + file)!);
        var codes = reader.ReadToEnd().Split('\n').Select(line => line.Split('\t')).Where(columns => columns[0] == "route").Select(columns => columns[1]).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, each => Assert.Contains(each, RouteVocabulary.Codes));
    }

    /// <summary>The words that stand in how-to-use cells have codes of the one published list.</summary>
    [Fact]
    public void Routes_OfUsageCells_AreThePublishedCodes() =>
        Assert.All(Vejja.Reading.Medications.Vocabulary.Routes.Terms, term => Assert.Contains(term.Code, RouteVocabulary.Codes));

    [Theory]
    [InlineData("mg", "mg")]
    [InlineData("µg", "ug")]
    [InlineData("μg", "ug")]
    [InlineData("mcg", "ug")]
    [InlineData("UI", "[iU]")]
    [InlineData("ml", "mL")]
    [InlineData("មីលីក្រាម", "mg")]
    [InlineData("càc", "{teaspoon}")]
    [InlineData("gttes", "{drop}")]
    public void FindUnit_PrintedWord_HasOneCode(string word, string code) => Assert.Equal([code], UnitVocabulary.Find(word).Select(w => w.Code));

    [Theory]
    [InlineData("mgg")]
    [InlineData("")]
    [InlineData("tablette")]
    public void FindUnit_UnknownWord_FindsNothing(string word) => Assert.Empty(UnitVocabulary.Find(word));

    [Fact]
    public void UnitKinds_EveryCode_HasOne() => Assert.All(UnitVocabulary.Codes, code => Assert.NotNull(UnitVocabulary.KindOf(code)));
}
