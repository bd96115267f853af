using System.Collections.Immutable;
using Vejja.Inference.Recognition;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Tests.Recognition;

public sealed class LookAlikeDigitsTests
{
    private static readonly ImmutableArray<string> Alphabet = ["", .. " 0125lIOoCgmUVit/|".Select(sign => sign.ToString()), "្រ"];

    [Theory]
    [InlineData("2l", LineKind.Cell, "21")]
    [InlineData("1O", LineKind.Cell, "10")]
    [InlineData("Il2", LineKind.Cell, "112")]
    [InlineData("2l", LineKind.Any, "2l")] // two litres, for all that is known
    [InlineData("l", LineKind.Cell, "l")] // a lone stroke may be anything
    [InlineData("|2", LineKind.Cell, "|2")] // what is left of a rule
    [InlineData("20", LineKind.Cell, "20")]
    [InlineData("2g", LineKind.Cell, "2g")]
    [InlineData("Vit C lg", LineKind.Cell, "Vit C 1g")]
    [InlineData("Vit C 5Omg", LineKind.Any, "Vit C 50mg")]
    [InlineData("2O0 mg/ml", LineKind.Any, "200 mg/ml")]
    [InlineData("Img", LineKind.Any, "1mg")]
    [InlineData("lOmg", LineKind.Any, "lOmg")] // no digit at all: a word
    [InlineData("Vit Ig/lg", LineKind.Any, "Vit 1g/lg")]
    [InlineData("Igm", LineKind.Any, "Igm")]
    [InlineData("្រ 1l ml", LineKind.Any, "្រ 11 ml")]
    public void Of_LettersInNumbers_AreTheDigitsThatTheyLookLike(string read, LineKind kind, string expected) =>
        Assert.Equal(Labels(expected), LookAlikeDigits.Of(Labels(read), kind, [View(Labels(read), 0.1f)], Alphabet));

    [Theory]
    [InlineData(0.02f, "21")]
    [InlineData(0.001f, "2l")]
    public void Of_DigitThatTheNetworkHardlySees_StaysALetter(float digit, string expected) =>
        Assert.Equal(Labels(expected), LookAlikeDigits.Of(Labels("2l"), LineKind.Cell, [View(Labels("2l"), digit)], Alphabet));

    private static List<int> Labels(string text)
    {
        var labels = new List<int>();
        for (int at = 0; at < text.Length; at += Alphabet[labels[^1]].Length)
            labels.Add(text[at] == '\u17D2' ? Alphabet.IndexOf("្រ") : Alphabet.IndexOf(text[at].ToString()));
        return labels;
    }

    /// <summary>A step a sign and a blank behind it; of each letter, the digits 0 and 1 hold a share.</summary>
    private static LineView View(List<int> labels, float digit)
    {
        var posteriors = new float[2 * labels.Count * Alphabet.Length];
        for (int i = 0; i < labels.Count; i++)
        {
            posteriors[(2 * i * Alphabet.Length) + labels[i]] += 1 - (2 * digit);
            posteriors[(2 * i * Alphabet.Length) + Alphabet.IndexOf("0")] += digit;
            posteriors[(2 * i * Alphabet.Length) + Alphabet.IndexOf("1")] += digit;
            posteriors[((2 * i) + 1) * Alphabet.Length] = 1;
        }

        return new LineView(posteriors, 2 * labels.Count, Alphabet.Length);
    }
}
