namespace Vejja.App.Features.Accounts;

/// <summary>What a password must be (OWASP ASVS 5.0, 6.2): long, not guessable; any characters, and none are demanded.</summary>
internal static class PasswordRules
{
    /// <summary>Least length in characters.</summary>
    public const int Shortest = 12;

    private const int Longest = 128;

    /// <summary>Beginnings of the most common long passwords, and what people here would try first.</summary>
    private static readonly string[] Common =
        ["password", "passw0rd", "123456", "qwerty", "azerty", "1q2w3e", "motdepasse", "admin", "welcome", "letmein", "iloveyou", "abc123", "cambodia", "hospital", "clinic", "vejja"];

    /// <summary>Whether it will do for the person of this name.</summary>
    public static bool IsGood(string? password, string name)
    {
        if (password is not { Length: >= Shortest and <= Longest } || password.Distinct().Count() < 5)
            return false;
        var bare = password.ToLowerInvariant();
        foreach (var word in (string[])[.. Common, name])
            bare = bare.Replace(word, "", StringComparison.Ordinal);
        return bare.Length >= Shortest / 2;
    }
}
