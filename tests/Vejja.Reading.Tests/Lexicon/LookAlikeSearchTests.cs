using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class LookAlikeSearchTests
{
    private static readonly MedicineLexicon Medicines = MedicineLexicon.Default;

    [Theory]
    [InlineData("prednisone", "prednisolone")]
    [InlineData("chlorpromazine", "clomipramine", false)]
    [InlineData("vinblastine", "vincristine")]
    [InlineData("fluoxetine", "duloxetine")]
    [InlineData("cefotaxime", "ceftazidime", false)]
    [InlineData("Losec", "Lasix", false)]
    [InlineData("amlodipine", "amiloride", false)]
    [InlineData("celebrex", "Cerebyx", false)]
    [InlineData("paracetamol", "acetaminophen", false)]
    [InlineData("amoxicillin", "amoxicilline", false)]
    [InlineData("Nexium", "Inexium", false)]
    public void Of_TwoNames_LookAlikeWithinTwoLetters(string name, string other, bool expected = true)
    {
        var found = LookAlikeSearch.Of(Medicines, Medicines.Resolve(name).Name!);
        Assert.Equal(expected, found.Any(l => l.Name.Text.Equals(other, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Of_EveryFound_HasAnotherContent()
    {
        var name = Medicines.Resolve("hydroxyzine").Name!;
        Assert.All(LookAlikeSearch.Of(Medicines, name), l => Assert.NotEqual(name.Content, l.Name.Content));
    }
}
