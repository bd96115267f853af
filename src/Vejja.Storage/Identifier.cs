namespace Vejja.Storage;

/// <summary>Identifiers of rows: 32 hexadecimal digits, rising with time (UUID version 7), 74 random bits.</summary>
public static class Identifier
{
    /// <summary>Makes a new one.</summary>
    public static string New(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
    }

    /// <summary>Whether the text has the form of an identifier.</summary>
    public static bool IsValid(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
}
