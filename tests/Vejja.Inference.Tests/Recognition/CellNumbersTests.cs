using System.Collections.Immutable;
using Vejja.Inference.Recognition;

namespace Vejja.Inference.Tests.Recognition;

public sealed class CellNumbersTests
{
    private static readonly ImmutableArray<string> Alphabet = ["", "0", "1", "2", "l", "O", "g", "I"];

    [Theory]
    [InlineData("2l", "2l 21", "21")]
    [InlineData("1O", "1O lO 10", "10")]
    [InlineData("Il2", "Il2 112", "112")]
    [InlineData("2l", "2l 2", "2l")] // the network saw no 1
    [InlineData("2l", "2l 20", "2l")]
    [InlineData("2g", "2g 21", "2g")]
    [InlineData("l", "l 1", "l")] // a lone stroke may be anything
    [InlineData("20", "20 21", "20")]
    public void Of_LettersThatLookLikeDigitsAmongDigits_AreDigitsWhereThatIsLikely(string read, string likely, string expected) =>
        Assert.Equal(Labels(expected), CellNumbers.Of(Labels(read), likely.Split(' ').Select(text => new SpeltLabels(Labels(text), 0)), Alphabet));

    private static List<int> Labels(string text) => [.. text.Select(sign => Alphabet.IndexOf(sign.ToString()))];
}
