using System.Security.Cryptography;
using System.Text;

namespace Vejja.Storage.Encryption;

/// <summary>HMAC-SHA-256 under the installation's key: equal inputs are found, but nobody without the key can guess them.</summary>
public sealed class KeyedHash
{
    private readonly byte[] key;

    /// <summary>Uses the installation's key.</summary>
    public KeyedHash(DataKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        this.key = key.Derive("hash");
    }

    /// <summary>64 hexadecimal digits. The purpose keeps equal inputs of two kinds apart.</summary>
    public string Of(string purpose, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(purpose + "\0"));
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Likewise, of text.</summary>
    public string Of(string purpose, string text) => Of(purpose, Encoding.UTF8.GetBytes(text));

    /// <summary>Hash of a person's name: case, runs of spaces and whether an accent stands apart from its letter do not matter.</summary>
    public string OfName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = ComposedText.Of(name).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Of("patient-name", string.Join(' ', words));
    }
}
