using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;

namespace Vejja.Inference.Tests.Recognition;

public sealed class SpeltWordTests
{
    private static readonly RecognizerFiles Files = RecognizerFiles.Shipped(path => File.ReadAllBytes(InstalledFiles.FindAbove(path)!));
    private static readonly RecognizerModelCard Card = RecognizerModelCard.Parse(Files.Card);
    private static readonly Spelling Letters = Spelling.Parse(Files.Spelling.Span, Files.SpellingCard, Card.Alphabet);

    [Fact]
    public void Around_TwoWordsAndANumber_CountsLettersOfEach()
    {
        var words = Of("500mg Paracetamol");
        Assert.All(words[..5], word => Assert.Equal(2, word.Letters));
        Assert.Equal(default, words[5]);
        Assert.All(words[6..], word => Assert.Equal(11, word.Letters));
    }

    [Fact]
    public void Around_WordOfTheLanguage_IsSpeltBetterThanOneThatIsNone() =>
        Assert.InRange(Of("comprime")[0].Gain - Of("mcrpeoim")[0].Gain, 1, 10);

    [Theory]
    [InlineData("12/11/2026", 0)]
    [InlineData("", 0)]
    public void Around_NoLetters_HasNoGain(string text, int letters) =>
        Assert.All(Of(text), word => Assert.Equal((letters, 0.0), (word.Letters, word.Gain)));

    [Fact]
    public void Around_WithoutASpelling_CountsLettersAlone() =>
        Assert.Equal([new(3, 0), new(3, 0), new(3, 0)], SpeltWord.Around(Labels("abc"), Card.Alphabet, null, sign => sign == " "));

    private static SpeltWord[] Of(string text) => SpeltWord.Around(Labels(text), Card.Alphabet, Letters, sign => sign == " ");

    private static List<int> Labels(string text) => [.. text.Select(sign => Card.Alphabet.IndexOf(sign.ToString()))];
}
