namespace Vejja.Reading.Dosing.Words;

/// <summary>The Khmer words of the vocabulary: text without spaces is cut at the longest word that ends on a whole syllable.</summary>
internal sealed class KhmerWords
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private int longest;

    /// <summary>Whether a character is of the Khmer block (digits are folded away before).</summary>
    public static bool IsKhmer(char c) => c is >= '\u1780' and <= '\u17DD';

    /// <summary>Adds a word in folded writing.</summary>
    public void Add(string word)
    {
        words.Add(word);
        longest = Math.Max(longest, word.Length);
    }

    /// <summary>Cuts one run of Khmer letters from <paramref name="start"/>.</summary>
    /// <returns>The index after the run.</returns>
    public int Cut(ReadOnlySpan<char> text, int start, bool glued, List<Token> tokens)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var end = start;
        while (end < text.Length && IsKhmer(text[end]))
            end++;
        var unknown = start;
        var at = start;
        while (at < end)
        {
            var length = IsDependent(text[at]) ? 0 : LongestAt(text[at..end], lookup);
            if (length == 0)
            {
                at++;
                continue;
            }

            AddUnknown(unknown, at, start, glued, tokens);
            tokens.Add(new Token(TokenKind.Word, at, at + length, at > start || glued));
            at += length;
            unknown = at;
        }

        AddUnknown(unknown, end, start, glued, tokens);
        return end;
    }

    private int LongestAt(ReadOnlySpan<char> run, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup)
    {
        for (var length = Math.Min(longest, run.Length); length > 0; length--)
        {
            var wholeSyllable = length == run.Length || !IsDependent(run[length]);
            if (wholeSyllable && lookup.Contains(run[..length]))
                return length;
        }

        return 0;
    }

    private static void AddUnknown(int from, int to, int start, bool glued, List<Token> tokens)
    {
        if (to > from)
            tokens.Add(new Token(TokenKind.Word, from, to, from > start || glued));
    }

    /// <summary>Whether a character continues the syllable before it: a vowel sign, a diacritic, a coeng.</summary>
    private static bool IsDependent(char c) => c is (>= '\u17B4' and <= '\u17D3') or '\u17DD';
}
