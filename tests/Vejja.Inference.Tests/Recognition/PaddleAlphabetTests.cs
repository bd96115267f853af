using Vejja.Inference.Recognition;
using Vejja.Inference.Runtime;

namespace Vejja.Inference.Tests.Recognition;

public sealed class PaddleAlphabetTests
{
    [Fact]
    public void Alphabet_PublishedDictionary_HasAClassForEachOutput()
    {
        var alphabet = PaddleLineRecognizer.Alphabet(File.ReadAllBytes(InstalledFiles.FindAbove(PaddleLineRecognizer.DictionaryPath)!));
        Assert.Equal(6625, alphabet.Length);
        Assert.Equal("", alphabet[0]);
        Assert.Equal(" ", alphabet[^1]);
        Assert.Equal(6623, alphabet.Skip(1).SkipLast(1).Distinct().Count(entry => entry.Length > 0));
    }

    [Fact]
    public void Alphabet_LineThatIsASpace_IsKept() =>
        Assert.Equal(["", "a", "\u3000", "b", " "], PaddleLineRecognizer.Alphabet("a\n\u3000\nb\n"u8));
}
