using System.Buffers;

namespace Vejja.Reading.Dosing.Words;

/// <summary>
/// A text brought to one writing for comparison (lower case, no Latin accents, one kind of dash and digit, no invisible
/// characters), each character with the index of the original one that it came from.
/// </summary>
internal ref struct FoldedText
{
    private const string Latin1 = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
    private readonly char[] characters;
    private readonly int[] origins;

    private FoldedText(char[] characters, int[] origins, int length)
    {
        this.characters = characters;
        this.origins = origins;
        Length = length;
    }

    /// <summary>Number of folded characters.</summary>
    public int Length { get; }

    /// <summary>The folded characters.</summary>
    public readonly ReadOnlySpan<char> Characters => characters.AsSpan(0, Length);

    /// <summary>Index in the original text of a folded character, or the original length at the end.</summary>
    public readonly int Origin(int index) => origins[index];

    /// <summary>Folds a text; <see cref="Return"/> gives the buffers back.</summary>
    public static FoldedText Of(string text)
    {
        var characters = ArrayPool<char>.Shared.Rent((2 * text.Length) + 1);
        var origins = ArrayPool<int>.Shared.Rent((2 * text.Length) + 1);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i] == '*' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]) ? 'x' : Fold(text[i]);
            if (c == '\0')
                continue;
            // Coeng da and coeng ta are written alike.
            if (c == 'ដ' && length > 0 && characters[length - 1] == '្')
                c = 'ត';
            if (length > 0 && JoinKhmer(characters[length - 1], c) is var joined and not '\0')
            {
                characters[length - 1] = joined;
                continue;
            }

            characters[length] = c;
            origins[length++] = i;
            if (text[i] is 'œ' or 'Œ' or 'æ' or 'Æ')
            {
                characters[length] = 'e';
                origins[length++] = i;
            }
        }

        origins[length] = text.Length;
        return new FoldedText(characters, origins, length);
    }

    /// <summary>Gives the buffers back; the value must not be used afterwards.</summary>
    public readonly void Return()
    {
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<int>.Shared.Return(origins);
    }

    private static char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c + 32),
        < '\u0080' => c,
        'µ' or 'μ' => 'µ',
        '×' or '✕' => 'x',
        '½' or '¼' or '¾' => c,
        >= '\u00C0' and <= '\u00FF' => Latin1[c - 0xC0],
        'œ' or 'Œ' => 'o',
        '’' or '‘' or '´' or '`' or 'ʼ' => '\'',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        '\u00A0' or '\u2009' or '\u202F' or '\u2007' or '\u3000' => ' ',
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => '\0',
        >= '\u0300' and <= '\u036F' => '\0',
        >= '០' and <= '៩' => (char)('0' + (c - '០')),
        '។' => '.',
        >= '０' and <= '９' => (char)('0' + (c - '０')),
        _ => char.ToLowerInvariant(c),
    };

    // Two signs that OCR and old keyboards write for one vowel.
    private static char JoinKhmer(char before, char c) => (before, c) switch
    {
        ('េ', 'ី') => 'ើ',
        ('េ', 'ា') => 'ោ',
        _ => '\0',
    };
}
