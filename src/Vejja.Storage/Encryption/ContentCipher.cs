using System.Security.Cryptography;
using System.Text;

namespace Vejja.Storage.Encryption;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D). A sealed text is: version (1 byte), nonce (12), tag (16), ciphertext. The place where it belongs is
/// authenticated with it, so that one row's text cannot be passed off as another's. Safe to be used by several threads at once: an
/// <see cref="AesGcm"/> is not (two that encrypt with one spoil each other's text for ever), so each call has its own.
/// </summary>
public sealed class ContentCipher
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeaderLength = 1 + NonceLength + TagLength;

    private readonly byte[] key;

    /// <summary>Uses the installation's key.</summary>
    public ContentCipher(DataKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key.Derive("content");
    }

    /// <summary>Encrypts.</summary>
    /// <param name="content">The clear bytes.</param>
    /// <param name="place">Where it belongs, such as <c>result/ID/1</c>.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        var output = new byte[HeaderLength + content.Length];
        output[0] = Version;
        var nonce = output.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, content, output.AsSpan(HeaderLength), output.AsSpan(1 + NonceLength, TagLength), Encoding.UTF8.GetBytes(place));
        return output;
    }

    /// <summary>Encrypts text.</summary>
    public byte[] Seal(string text, string place) => Seal(Encoding.UTF8.GetBytes(text), place);

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, another place, or the bytes were changed.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedContent, string place)
    {
        if (sealedContent.Length < HeaderLength || sealedContent[0] != Version)
            throw new CryptographicException("The stored content is not in a form that this version knows.");
        var content = new byte[sealedContent.Length - HeaderLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            sealedContent.Slice(1, NonceLength), sealedContent[HeaderLength..], sealedContent.Slice(1 + NonceLength, TagLength),
            content, Encoding.UTF8.GetBytes(place));
        return content;
    }

    /// <summary>Decrypts text.</summary>
    public string OpenText(ReadOnlySpan<byte> sealedContent, string place) => Encoding.UTF8.GetString(Open(sealedContent, place));
}
