using System.Globalization;
using System.Security.Cryptography;

namespace Vejja.App.Features.Accounts;

/// <summary>
/// PBKDF2 with HMAC-SHA-512 and 210,000 rounds (OWASP Password Storage Cheat Sheet), salted with 16 random bytes, as
/// <c>pbkdf2-sha512$ROUNDS$SALT$HASH</c>: the rounds can rise without locking anyone out.
/// </summary>
internal static class PasswordHash
{
    private const string Name = "pbkdf2-sha512";
    private const int Rounds = 210_000;
    private const int SaltLength = 16;
    private const int HashLength = 32;

    /// <summary>Checked where there is no account, so that the time of an answer does not tell whether there is one.</summary>
    private static readonly Lazy<string> Nobody = new(() => Of(RandomNumberGenerator.GetHexString(32)));

    /// <summary>Hashes a new password.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return string.Create(CultureInfo.InvariantCulture, $"{Name}${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(password, salt, Rounds))}");
    }

    /// <summary>Whether the password is the one of the hash; false, after the same work, where there is no hash.</summary>
    public static bool IsRight(string password, string? hash)
    {
        var parts = (hash ?? Nobody.Value).Split('$');
        var salt = Convert.FromBase64String(parts[2]);
        var isEqual = CryptographicOperations.FixedTimeEquals(
            Derive(password, salt, int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture)), Convert.FromBase64String(parts[3]));
        return isEqual && hash is not null;
    }

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password.Normalize(System.Text.NormalizationForm.FormKC), salt, rounds, HashAlgorithmName.SHA512, HashLength);
}
