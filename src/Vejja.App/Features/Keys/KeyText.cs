using System.Buffers.Text;
using System.Security.Cryptography;

namespace Vejja.App.Features.Keys;

/// <summary>An API key as text: <c>vejja_ID_SECRET</c>, where the identifier may be logged and the secret (256 random bits) may not.</summary>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="Secret">43 characters of base64url.</param>
internal sealed record KeyText(string Id, string Secret)
{
    private const string Prefix = "vejja_";

    /// <summary>Makes a new key.</summary>
    public static KeyText New() =>
        new(RandomNumberGenerator.GetHexString(16, lowercase: true), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Reads a key; null where the text is none.</summary>
    public static KeyText? Parse(string? text)
    {
        if (text is null || text.Length != Prefix.Length + 16 + 1 + 43 || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + 16] != '_')
            return null;
        var id = text.Substring(Prefix.Length, 16);
        return id.All(char.IsAsciiHexDigitLower) ? new(id, text[(Prefix.Length + 17)..]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}
