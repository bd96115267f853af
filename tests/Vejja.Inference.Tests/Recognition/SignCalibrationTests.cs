using System.Text.Json;
using Vejja.Inference.Recognition;

namespace Vejja.Inference.Tests.Recognition;

public sealed class SignCalibrationTests
{
    private const string Card = """{ "calibration": { "khmer": [1, 0, -1, 0.5, 0.25], "latin": [1, 0.5, 0, 0, 0], "digits": [0.5, 0, 0, 0, 0], "symbols": [2, -1, 0, 0, 0] } }""";

    [Theory]
    [InlineData("ក", 0.9, 0.9)]
    [InlineData("្រ", 0.2, 0.5)] // below even odds, where spelling chose, the curve is flat
    [InlineData("é", 0.5, 0.6225)]
    [InlineData("5", 0.9, 0.75)] // log odds 2.197, half of it is odds of 3
    [InlineData("៥", 0.9, 0.75)]
    [InlineData("½", 0.5, 0.2689)]
    [InlineData(" ", 0.7, 0.7)]
    public void Of_Sign_FollowsTheCurveOfItsKind(string sign, double said, double worth)
    {
        using var card = JsonDocument.Parse(Card);
        Assert.Equal(worth, SignCalibration.Parse(card.RootElement).Of(sign, said, default), 4);
    }

    [Theory]
    [InlineData("ក", 1, 0, 0.5)]
    [InlineData("ក", 7, 0, 0.7257)] // half of ln 7
    [InlineData("ក", 1, 2, 0.6225)]
    [InlineData("ក", 1, -2, 0.3775)]
    [InlineData("ក", 7, 2, 0.8135)]
    [InlineData("5", 7, 2, 0.5)] // a digit is no surer for the letters beside it
    public void Of_LetterOfAWord_CountsItsLengthAndItsSpelling(string sign, int letters, double gain, double worth)
    {
        using var card = JsonDocument.Parse(Card);
        Assert.Equal(worth, SignCalibration.Parse(card.RootElement).Of(sign, 0.5, new SpeltWord(letters, gain)), 4);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_Certainty_StaysAProbability(double said)
    {
        using var card = JsonDocument.Parse(Card);
        Assert.InRange(SignCalibration.Parse(card.RootElement).Of("8", said, default), 0, 1);
    }

    [Fact]
    public void Parse_CardWithoutIt_TakesEveryProbabilityAtItsWord()
    {
        using var card = JsonDocument.Parse("{}");
        Assert.Equal(0.37, SignCalibration.Parse(card.RootElement).Of("8", 0.37, default));
    }
}
