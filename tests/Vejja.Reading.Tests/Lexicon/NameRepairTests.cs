using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class NameRepairTests
{
    [Theory]
    [InlineData("Paracetamo1", "Paracetamol")]
    [InlineData("PARACETAM0L", "PARACETAMOL")]
    [InlineData("Arnlodipine", "Amlodipine")]
    [InlineData("Butylsoopolamine", "Butylscopolamine")]
    public void Of_SlipOfShape_TakesTheLexiconsSpellingAndKeepsTheRaw(string read, string value)
    {
        var repaired = Of(read);
        Assert.NotNull(repaired);
        Assert.Equal(value, repaired.Value);
        Assert.Equal(read, repaired.Raw);
        Assert.True(repaired.Confidence > 0.8);
    }

    [Theory]
    [InlineData("Paracetamol")]
    [InlineData("Xyloquentin")]
    [InlineData("Loxacillin")]
    [InlineData("Ciproflaxacene")]
    [InlineData("Vitamine B13")]
    [InlineData("Esone")]
    public void Of_ExactOrDoubtfulName_RepairsNothing(string read) => Assert.Null(Of(read));

    private static Reading<string>? Of(string text) => NameRepair.Of(new(text, text, 0.8, ["b1"]), MedicineLexicon.Default.Resolve(text));
}
