using System.Collections.Immutable;
using Vejja.Inference.Recognition;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Tests.Recognition;

public sealed class CtcDecoderTests
{
    private static readonly ImmutableArray<string> Alphabet = ["", "1", "0", " ", "្រ"];
    private static readonly CtcDecoder Decoder = new(Alphabet, "vejja");

    public static TheoryData<int[], string> Paths() => new()
    {
        { [1, 1, 0, 0], "1" },
        { [1, 0, 1, 0], "11" },
        { [1, 2, 2, 0], "10" },
        { [0, 1, 3, 2, 0], "1 0" },
        { [3, 1, 3], " 1 " },
        { [4, 0, 4], "្រ្រ" },
        { [0, 0, 0], "" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Decode_SurePath_MergesNeighboursAndDropsBlanks(int[] path, string text)
    {
        var reading = Decoder.Decode(LineKind.Any, View(Posteriors(path, 0.99f)));
        Assert.Equal(text, reading.Text);
        Assert.InRange(reading.Confidence, 0.9, 1);
    }

    [Theory]
    [InlineData(new[] { 1, 3, 0, 3, 2 }, false, false)]
    [InlineData(new[] { 2, 3, 1, 3, 0, 3, 2 }, true, false)]
    [InlineData(new[] { 1, 3, 2, 3, 1 }, true, true)]
    public void Decode_TwoSpacesTogether_WordsBesideThemAreNotSure(int[] path, bool isFirstSure, bool isLastSure)
    {
        var symbols = Decoder.Decode(LineKind.Any, View(Posteriors(path, 0.99f))).Symbols;
        Assert.Equal((isFirstSure, isLastSure), (symbols[0].Confidence > 0.8, symbols[^1].Confidence > 0.8));
    }

    [Fact]
    public void Decode_Symbols_LieWhereTheirStepsLie()
    {
        var symbols = Decoder.Decode(LineKind.Any, View(Posteriors([0, 1, 1, 0, 2, 0, 0, 0], 0.9f))).Symbols;
        Assert.Equal((0.125, 0.375), (symbols[0].X1, symbols[0].X2));
        Assert.Equal((0.5, 0.625), (symbols[1].X1, symbols[1].X2));
        Assert.Equal(0.9 * 0.925, symbols[0].Confidence, 5); // its own, and that nothing stands before it: the blank or the 1
    }

    [Fact]
    public void Decode_SignThatWasNearlySeen_LowersTheWholeButNotItsNeighbours()
    {
        // Between two steps of 1 the blank has almost half: 1 or 11?
        var posteriors = Posteriors([0, 1, 1, 1, 0], 0.97f);
        (posteriors[10], posteriors[11]) = (0.48f, 0.5f);
        var reading = Decoder.Decode(LineKind.Any, View(posteriors));
        Assert.Equal("1", reading.Text);
        Assert.InRange(reading.Confidence, 0, 0.6);
        Assert.InRange(reading.Symbols[0].Confidence, 0.9, 1);
    }

    [Theory]
    [InlineData(new[] { 1, 4, 3, 2 }, 0.99f, true)]
    [InlineData(new[] { 1, 4, 3, 2 }, 0.45f, false)] // a rule or an underline, nearly taken for a stroke
    [InlineData(new[] { 1, 0, 3, 2 }, 0.99f, false)]
    public void Decode_MarkOfAStroke_IsNoTextButCrossesOut(int[] path, float sure, bool isCrossedOut)
    {
        var reading = new CtcDecoder(["", "1", "0", " ", "\u0336"], "vejja").Decode(LineKind.Any, View(Posteriors(path, sure)));
        Assert.Equal(("1 0", isCrossedOut), (reading.Text, reading.IsCrossedOut));
        Assert.Equal(3, reading.Symbols.Length);
    }

    [Theory]
    [InlineData(2, 0.98, 0.5)] // between two signs of a word: the one behind the gap
    [InlineData(3, 0.5, 0.98)] // where the word ends: the one before it
    public void Decode_SignNearlySeenInAGap_LowersItsWord(int second, double first, double behind)
    {
        var posteriors = Posteriors([0, 1, 0, second, 0], 0.98f);
        (posteriors[10], posteriors[14]) = (0.51f, 0.47f);
        var symbols = Decoder.Decode(LineKind.Any, View(posteriors)).Symbols;
        Assert.Equal(2, symbols.Length);
        Assert.InRange(symbols[0].Confidence, first - 0.05, first + 0.05);
        Assert.InRange(symbols[1].Confidence, second == 3 ? 0 : behind - 0.05, behind + 0.05);
    }

    [Theory]
    [InlineData(1, 0.75)] // 2 where ½ was nearly seen
    [InlineData(2, 0.95)] // ½ itself
    [InlineData(3, 0.95)] // next to it
    public void Decode_DangerousSignNearlySeen_IsNotSure(int read, double expected)
    {
        ImmutableArray<string> alphabet = ["", "2", "½", "g"];
        float[] posteriors = [1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
        (posteriors[4 + read], posteriors[4 + (read == 1 ? 2 : 0)]) = (0.95f, 0.05f);
        var symbol = Assert.Single(new CtcDecoder(alphabet, "vejja") { Dangerous = DangerousSigns.Of(alphabet) }.Decode(LineKind.Any, new LineView(posteriors, 3, 4)).Symbols);
        Assert.Equal((alphabet[read], expected), (symbol.Text, Math.Round(symbol.Confidence, 4)));
    }

    [Theory]
    [InlineData(1, 0.001f, 0.95)] // ½ where ¼ was hardly seen
    [InlineData(1, 0.01f, 0.75)] // ½ where ¼ was nearly seen
    [InlineData(3, 0.01f, 0.95)] // 4 where ¼ was nearly seen: not another fraction
    public void Decode_FractionNearlySeenAsAnother_IsNotSure(int read, float quarter, double expected)
    {
        ImmutableArray<string> alphabet = ["", "½", "¼", "4"];
        float[] posteriors = [1, 0, 0, 0, 0.05f - quarter, 0, quarter, 0, 1, 0, 0, 0];
        posteriors[4 + read] = 0.95f;
        var symbol = Assert.Single(new CtcDecoder(alphabet, "vejja") { Dangerous = DangerousSigns.Of(alphabet) }.Decode(LineKind.Any, new LineView(posteriors, 3, 4)).Symbols);
        Assert.Equal((alphabet[read], expected), (symbol.Text, Math.Round(symbol.Confidence, 4)));
    }

    [Fact]
    public void LogProbability_OfAllTextsOfTwoSteps_SumsToOne()
    {
        float[] posteriors = [0.5f, 0.3f, 0.2f, 0.1f, 0.6f, 0.3f];
        List<int>[] texts = [[], [1], [2], [1, 2], [2, 1]];
        var view = new LineView(posteriors, 2, 3);
        Assert.Equal(1, texts.Sum(text => Math.Exp(view.LogProbability(text))), 6);
    }

    [Fact]
    public void LogProbability_MoreSignsThanSteps_IsNothing()
    {
        var view = View(Posteriors([1, 2], 0.9f));
        Assert.Equal(double.NegativeInfinity, view.LogProbability([1, 2, 1]));
        Assert.Equal(double.NegativeInfinity, view.LogProbability([1, 1])); // a blank stands between equal signs
    }

    [Fact]
    public void Decode_TwoViewsThatDiffer_TakesWhatBothHoldLikelyAndIsAsSureAsTheirMean()
    {
        // One sees 10 a little rather than 11, the other, wider, surely 11.
        var narrow = Posteriors([1, 0, 2], 0.98f);
        (narrow[11], narrow[12]) = (0.4f, 0.58f);
        var reading = Decoder.Decode(LineKind.Any, View(narrow), View(Posteriors([1, 1, 0, 1, 1], 0.98f)));
        Assert.Equal("10", Decoder.Decode(LineKind.Any, View(narrow)).Text);
        Assert.Equal("11", reading.Text);
        Assert.InRange(reading.Symbols[1].Confidence, 0.66, 0.7);
        Assert.Equal((2.0 / 3, 1), (reading.Symbols[1].X1, reading.Symbols[1].X2)); // in the first view
    }

    [Fact]
    public void Decode_SecondViewReadsMoreSignsThanTheFirstHasStepsFor_KeepsToWhatBothCanShow()
    {
        var reading = Decoder.Decode(LineKind.Any, View(Posteriors([1, 2], 0.9f)), View(Posteriors([1, 2, 1, 2, 1], 0.99f)));
        Assert.Equal("10", reading.Text);
        Assert.InRange(reading.Confidence, 0, 0.5);
    }

    [Fact]
    public void Decode_DangerousSignNearlySeenInOneViewOnly_IsNotSure()
    {
        ImmutableArray<string> alphabet = ["", "2", "½", "g"];
        var views = new[] { 0.0001f, 0.05f }.Select(rival => new LineView([1, 0, 0, 0, 0, 1 - rival, rival, 0, 1, 0, 0, 0], 3, 4));
        var symbol = Assert.Single(new CtcDecoder(alphabet, "vejja") { Dangerous = DangerousSigns.Of(alphabet) }.Decode(LineKind.Any, [.. views]).Symbols);
        Assert.Equal(("2", 0.75), (symbol.Text, symbol.Confidence));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2.5)]
    public void Softmax_Scores_SumToOneAndFlattenWithTemperature(double temperature)
    {
        float[] scores = [4, 2, 1, -3, 9, 9];
        CtcDecoder.Softmax(scores, 3, temperature);
        Assert.Equal(1, scores[0] + scores[1] + scores[2], 5);
        Assert.Equal(Math.Exp(2 / temperature), scores[0] / scores[1], 3);
        Assert.Equal(0.5, scores[4], 2);
    }

    private static LineView View(float[] posteriors) => new(posteriors, posteriors.Length / 5, 5);

    private static float[] Posteriors(int[] path, float sure)
    {
        var posteriors = new float[path.Length * 5];
        Array.Fill(posteriors, (1 - sure) / 4);
        for (int step = 0; step < path.Length; step++)
            posteriors[(step * 5) + path[step]] = sure;
        return posteriors;
    }
}
