using System.Security.Cryptography;
using Vejja.Storage.Encryption;

namespace Vejja.Storage.Tests.Encryption;

public sealed class ContentCipherTests
{
    private static readonly DataKey Key = new(RandomNumberGenerator.GetBytes(DataKey.Length));

    [Theory]
    [InlineData("")]
    [InlineData("សុខ ចាន់ថា")]
    [InlineData("Paracétamol 500 mg")]
    public void Open_SealedText_GivesTheText(string text)
    {
        var cipher = new ContentCipher(Key);
        Assert.Equal(text, cipher.OpenText(cipher.Seal(text, "result/1"), "result/1"));
    }

    [Fact]
    public void SealAndOpen_BySeveralThreads_KeepEveryText()
    {
        // Issue 6: documents of a busy service could not be opened again.
        var cipher = new ContentCipher(Key);
        Parallel.For(0, 8, thread =>
        {
            var text = new string((char)('a' + thread), 20_000 + thread);
            for (var i = 0; i < 300; i++)
                Assert.Equal(text, cipher.OpenText(cipher.Seal(text, "result/1"), "result/1"));
        });
    }

    [Fact]
    public void Open_AnotherPlace_Throws()
    {
        var cipher = new ContentCipher(Key);
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(cipher.Seal("a", "result/1"), "result/2"));
    }

    [Fact]
    public void Open_AnyByteChanged_Throws()
    {
        var cipher = new ContentCipher(Key);
        var content = cipher.Seal("500 mg", "p");
        for (var i = 0; i < content.Length; i++)
        {
            var changed = content.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(changed, "p"));
        }
    }

    [Fact]
    public void Open_AnotherKey_Throws()
    {
        var cipher = new ContentCipher(Key);
        var other = new ContentCipher(new(RandomNumberGenerator.GetBytes(DataKey.Length)));
        Assert.ThrowsAny<CryptographicException>(() => other.Open(cipher.Seal("a", "p"), "p"));
    }

    [Theory]
    [InlineData("SOK  Chantha", " sok chantha")]
    [InlineData("សុខ ចាន់ថា", "សុខ  ចាន់ថា ")]
    [InlineData("Ren\u00E9e Lef\u00E8vre", "Rene\u0301e Lefe\u0300vre")]
    [InlineData("FRAN\u00C7OIS\u00A0NO\u00CBL", "franc\u0327ois noe\u0308l")]
    public void OfName_SameName_SameHash(string one, string two)
    {
        var hash = new KeyedHash(Key);
        Assert.Equal(hash.OfName(one), hash.OfName(two));
        Assert.NotEqual(hash.OfName(one), hash.OfName(one + "a"));
    }

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("not base64 at all")]
    [InlineData("")]
    public void Parse_NotAKey_Throws(string text) => Assert.Throws<ArgumentException>(() => DataKey.Parse(text));
}
