using System.Collections.Immutable;
using System.Globalization;
using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Tests.Recognition;

public sealed class SpellingTests
{
    private static readonly RecognizerFiles Files = RecognizerFiles.Shipped(path => File.ReadAllBytes(InstalledFiles.FindAbove(path)!));
    private static readonly ImmutableArray<string> Alphabet = RecognizerModelCard.Parse(Files.Card).Alphabet;
    private static readonly Spelling Shipped = Spelling.Parse(Files.Spelling.Span, Files.SpellingCard, Alphabet);

    [Fact]
    public void Gain_OnTheVectorsOfTheScriptThatMadeIt_IsTheSame()
    {
        string[] rows = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Recognition", "spelling-vectors.tsv"));
        Assert.True(rows.Length > 100);
        foreach (string[] row in rows.Select(row => row.Split('\t')))
        {
            var context = Units(row[0]).Aggregate(SpellingContext.Start, Shipped.Follow);
            Assert.Equal(double.Parse(row[2], CultureInfo.InvariantCulture), Shipped.Gain(context, Units(row[1]).Single()), 2e-4);
        }
    }

    [Theory]
    [InlineData("ថ្នាំ", 3, "ី", "ថ្នាំ")] // medicine: the last sign half seen as another
    [InlineData("comprime", 7, "o", "comprime")] // cut off by the crop, an o nearly as likely
    public void Decode_TornBetweenTwoLetters_TakesTheSpeltOneAndStaysUnsure(string text, int at, string rival, string expected)
    {
        var labels = Units(text);
        float[] posteriors = Steps(labels);
        SetTorn(posteriors, (2 * at) + 1, labels[at], 0.45f, Units(rival).Single(), 0.5f);
        var greedy = Decode(posteriors);
        var spelt = Decode(posteriors, new SpellingBeam(Shipped));
        Assert.NotEqual(expected, greedy.Text);
        Assert.Equal(expected, spelt.Text);
        Assert.InRange(spelt.Symbols[at].Confidence, 0.4, 0.46);
        Assert.InRange(spelt.Confidence, 0, 0.46);
    }

    [Theory]
    [InlineData("qxzk", 1, "u")] // spelt like nothing, but seen
    [InlineData("ក្ឃ៏ឱ", 2, "ា")]
    public void Decode_SureOfWhatNobodySpells_ReadsWhatStandsThere(string text, int at, string rival)
    {
        var labels = Units(text);
        float[] posteriors = Steps(labels);
        SetTorn(posteriors, (2 * at) + 1, labels[at], 0.97f, Units(rival).Single(), 0.02f);
        var spelt = Decode(posteriors, new SpellingBeam(Shipped));
        Assert.Equal(text, spelt.Text);
        Assert.InRange(spelt.Symbols[at].Confidence, 0.94, 0.98);
    }

    [Fact]
    public void Decode_TornBetweenDigits_IsNotMovedByWhatStandsBefore()
    {
        var labels = Units("50 mg 3");
        float[] posteriors = Steps(labels);
        SetTorn(posteriors, 1, labels[0], 0.51f, Units("9").Single(), 0.48f);
        SetTorn(posteriors, 13, labels[6], 0.51f, Units("8").Single(), 0.48f);
        Assert.Equal("50 mg 3", Decode(posteriors, new SpellingBeam(Shipped)).Text);
    }

    [Fact]
    public void Decode_SpellingThatLeavesASignOut_LowersTheSignBehindIt()
    {
        // trov ("must"), with a sign in the gap before its second letter that no word has there.
        var labels = Units("ត្រូវ");
        float[] posteriors = Steps(labels);
        SetTorn(posteriors, 2, Units("ឱ").Single(), 0.52f, 0, 0.47f);
        var spelt = Decode(posteriors, new SpellingBeam(Shipped));
        Assert.Equal("ត្រូវ", spelt.Text);
        Assert.InRange(spelt.Symbols[0].Confidence, 0.95, 1);
        Assert.InRange(spelt.Symbols[1].Confidence, 0, 0.5);
        Assert.InRange(spelt.Symbols[2].Confidence, 0.95, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(60)]
    [InlineData(100_000)]
    public void Parse_BrokenFile_IsAnError(int length) =>
        Assert.Throws<InvalidDataException>(() => Spelling.Parse(Files.Spelling.Span[..length], Files.SpellingCard, Alphabet));

    private static LineReading Decode(float[] posteriors, SpellingBeam? spelling = null) =>
        new CtcDecoder(Alphabet, "vejja").Decode(LineKind.Any, new LineView(posteriors, posteriors.Length / Alphabet.Length, Alphabet.Length, spelling));

    private static List<int> Units(string text)
    {
        var labels = new List<int>();
        for (int at = 0; at < text.Length;)
        {
            int length = text[at] == '\u17D2' ? 2 : 1;
            labels.Add(Alphabet.IndexOf(text.Substring(at, length)));
            at += length;
        }

        Assert.DoesNotContain(-1, labels);
        return labels;
    }

    // A blank, the first sign, a blank, … as a network would see them, almost surely.
    private static float[] Steps(List<int> labels)
    {
        int steps = (2 * labels.Count) + 1;
        var posteriors = new float[steps * Alphabet.Length];
        for (int step = 0; step < steps; step++)
        {
            Array.Fill(posteriors, 0.02f / Alphabet.Length, step * Alphabet.Length, Alphabet.Length);
            posteriors[(step * Alphabet.Length) + ((step & 1) == 0 ? 0 : labels[step / 2])] = 0.98f;
        }

        return posteriors;
    }

    private static void SetTorn(float[] posteriors, int step, int one, float likely, int other, float rival)
    {
        Array.Clear(posteriors, step * Alphabet.Length, Alphabet.Length);
        posteriors[(step * Alphabet.Length) + one] = likely;
        posteriors[(step * Alphabet.Length) + other] = rival;
    }
}
