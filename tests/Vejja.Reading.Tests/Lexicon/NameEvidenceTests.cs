using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Tests.Lexicon;

public class NameEvidenceTests
{
    [Theory]
    [InlineData("Paracetamo1", "Paracetamol")]
    [InlineData("PARACETAM0L", "PARACETAMOL")]
    [InlineData("Arnlodipine", "Amlodipine")]
    public void Weigh_SlipOfShape_TakesTheLexiconsSpellingAndKeepsTheRaw(string read, string value)
    {
        var weighed = NameEvidence.Weigh(Read(read));
        Assert.Equal(value, weighed.Value);
        Assert.Equal(read, weighed.Raw);
    }

    [Theory]
    [InlineData("Paracetamol")]
    [InlineData("Metformine")]
    [InlineData("Augmentin")]
    public void Weigh_KnownName_IsBelievedMore(string read)
    {
        var weighed = NameEvidence.Weigh(Read(read));
        Assert.Equal(read, weighed.Value);
        Assert.True(weighed.Confidence > 0.9);
    }

    [Theory]
    [InlineData("Xyloquentin")]
    [InlineData("Loxacillin")]
    [InlineData("Ciproflaxacene")]
    [InlineData("Vitamine B13")]
    public void Weigh_DoubtfulName_StaysAsRead(string read)
    {
        var weighed = NameEvidence.Weigh(Read(read));
        Assert.Equal(read, weighed.Value);
        Assert.True(weighed.Confidence <= 0.8);
    }

    private static Reading<string> Read(string text) => new(text, text, 0.8, ["b1"]);
}
