using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class LexiconFilesTests
{
    private static readonly MedicineLexicon Medicines = MedicineLexicon.Default;

    [Fact]
    public void Substances_OfTheDataFile_AreAtLeastNineHundred() => Assert.True(Medicines.Substances.Count >= 900, $"{Medicines.Substances.Count}");

    [Fact]
    public void Names_OfTheDataFiles_AreAtLeastFifteenHundred() => Assert.True(Medicines.NameCount >= 1500, $"{Medicines.NameCount}");

    [Fact]
    public void Names_EveryOne_PointsAtKnownSubstances()
    {
        foreach (var key in Medicines.Index.Keys)
        {
            foreach (var name in Medicines.Index.Exact(key))
                Assert.All(name.Substances, id => Assert.True(Medicines.Substances.ContainsKey(id), $"{name.Text}: {id}"));
        }
    }

    [Fact]
    public void Names_EveryOne_ResolvesToItselfOrIsAmbiguous()
    {
        foreach (var key in Medicines.Index.Keys)
        {
            foreach (var name in Medicines.Index.Exact(key))
            {
                var match = Medicines.Resolve(name.Text);
                Assert.True(match.Kind is NameMatchKind.Exact or NameMatchKind.Ambiguous, name.Text);
                Assert.Contains(match.Candidates, c => c.Name.Content == name.Content);
            }
        }
    }

    [Fact]
    public void Atc_EveryCode_HasTheFormOfTheClassification()
    {
        foreach (var substance in Medicines.Substances.Values)
        {
            Assert.All(substance.Atc, code => Assert.True(
                code.Length is 3 or 4 or 5 or 7 && "ABCDGHJLMNPRSV".Contains(code[0], StringComparison.Ordinal) && char.IsAsciiDigit(code[1]) && char.IsAsciiDigit(code[2]),
                $"{substance.Id}: {code}"));
        }
    }

    [Fact]
    public void Strengths_EveryOne_IsInTheContractsNotation()
    {
        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.strengths.tsv", "substances", "form", "strengths", "complete"))
        {
            Assert.NotNull(FormVocabulary.FamilyOf(row[1]));
            Assert.All(row[0].Split('+'), id => Assert.True(Medicines.Substances.ContainsKey(id), id));
            Assert.All(EmbeddedTable.List(row[2]), s => Assert.False(StrengthAmount.Parse(s).IsEmpty, $"{row[0]}: {s}"));
            Assert.True(row[3] is "y" or "n", row[0]);
        }
    }

    [Theory]
    [InlineData("paracetamol", "N02BE01")]
    [InlineData("Esome", "A02BC05")]
    [InlineData("Augmentin", "J01CR02")]
    [InlineData("Butylscopolamine", "A03BB01")]
    [InlineData("Metformine", "A10BA02")]
    public void AtcOf_KnownName_GivesTheCode(string name, string code) =>
        Assert.Contains(code, Medicines.AtcOf(Medicines.Resolve(name).Name!));

    [Theory]
    [InlineData("Méthotrexate", UsualInterval.Weekly)]
    [InlineData("Fosamax", UsualInterval.Weekly)]
    [InlineData("Fosavance", UsualInterval.Weekly)]
    [InlineData("Lariam", UsualInterval.Weekly)]
    [InlineData("Paracetamol", UsualInterval.Unstated)]
    public void IntervalOf_KnownName_IsTheUsualOne(string name, UsualInterval interval) =>
        Assert.Equal(interval, Medicines.IntervalOf(Medicines.Resolve(name).Name!));
}
