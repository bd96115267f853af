using System.Security.Cryptography;
using System.Text;

namespace Vejja.Storage.Encryption;

/// <summary>The installation's secret of 32 bytes, from which a key for each purpose is derived (HKDF, RFC 5869).</summary>
public sealed class DataKey
{
    /// <summary>Bytes of the secret.</summary>
    public const int Length = 32;

    private readonly byte[] secret;

    /// <summary>Takes the secret.</summary>
    /// <exception cref="ArgumentException">It is not 32 bytes long.</exception>
    public DataKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
            throw new ArgumentException($"The data key must have {Length} bytes, not {secret.Length}.", nameof(secret));
        this.secret = secret.ToArray();
    }

    /// <summary>Reads base64 text, with spaces or a line end around it.</summary>
    /// <exception cref="ArgumentException">It is not base64 of 32 bytes.</exception>
    public static DataKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count)
            ? new(bytes.AsSpan(0, count))
            : throw new ArgumentException("The data key must be base64 of 32 bytes.", nameof(text));
    }

    /// <summary>The key in a file; a file that is missing is made with a new key that only its owner may read.</summary>
    public static DataKey FromFile(string path)
    {
        if (File.Exists(path))
            return Parse(File.ReadAllText(path));
        var key = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(path, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(key) + "\n"));
            file.Flush(flushToDisk: true);
        }

        return new(key);
    }

    /// <summary>A key of 32 bytes for one purpose.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Length, info: Encoding.UTF8.GetBytes("vejja/" + purpose));
}
