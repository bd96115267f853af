namespace Vejja.Reading.Lexicon;

/// <summary>What of a name counts when it is compared: letters without case and accents, and digits. Spaces, hyphens and points do not.</summary>
internal static class NameKey
{
    private const int LongestOnStack = 256;

    /// <summary>Lower-case letters a–z, digits, the signs | and ! that stand in for letters, and letters of other scripts as they are.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        // A ligature becomes two letters, hence twice the length.
        Span<char> key = text.Length <= LongestOnStack ? stackalloc char[2 * LongestOnStack] : new char[2 * text.Length];
        var length = 0;
        foreach (var sign in text)
            length = Append(key, length, sign);
        return new string(key[..length]);
    }

    /// <summary>A Latin letter without its accent in lower case; other signs in lower case.</summary>
    public static char Bare(char sign) => sign < 128 ? char.ToLowerInvariant(sign) : char.ToLowerInvariant(sign) switch
    {
        'à' or 'á' or 'â' or 'ä' or 'ã' or 'å' => 'a',
        'ç' => 'c',
        'è' or 'é' or 'ê' or 'ë' => 'e',
        'ì' or 'í' or 'î' or 'ï' => 'i',
        'ñ' => 'n',
        'ò' or 'ó' or 'ô' or 'ö' or 'õ' => 'o',
        'ù' or 'ú' or 'û' or 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        var other => other,
    };

    private static int Append(Span<char> key, int length, char sign)
    {
        if (char.IsAsciiLetterOrDigit(sign))
        {
            key[length++] = char.ToLowerInvariant(sign);
            return length;
        }

        return sign switch
        {
            'œ' or 'Œ' => Append(key, Append(key, length, 'o'), 'e'),
            'æ' or 'Æ' => Append(key, Append(key, length, 'a'), 'e'),
            'ﬁ' => Append(key, Append(key, length, 'f'), 'i'),
            'ﬂ' => Append(key, Append(key, length, 'f'), 'l'),
            >= '\u17E0' and <= '\u17E9' => Append(key, length, (char)('0' + (sign - '\u17E0'))),
            // Combining accents, which a recogniser may give apart from their letter, are no letters and fall away.
            '|' or '!' => Put(key, length, sign),
            _ => char.IsLetter(sign) || sign is >= '\u17B4' and <= '\u17D3' ? Put(key, length, Bare(sign)) : length,
        };
    }

    private static int Put(Span<char> key, int length, char sign)
    {
        key[length] = sign;
        return length + 1;
    }
}
