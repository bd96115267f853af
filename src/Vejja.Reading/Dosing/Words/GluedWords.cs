namespace Vejja.Reading.Dosing.Words;

/// <summary>Cuts words written together (<c>puffsbd</c>, <c>tidprn</c>, <c>afterfood</c>) into the fewest known ones, where there is exactly one way.</summary>
internal static class GluedWords
{
    private const int Longest = 24;

    /// <summary>Cuts a word.</summary>
    /// <param name="word">Folded letters.</param>
    /// <param name="vocabulary">The known words.</param>
    /// <param name="parts">Receives the end of each part, relative to the word, and its word.</param>
    /// <returns>In how many ways it can be cut with the fewest parts; only one way gives parts.</returns>
    public static int Cut(ReadOnlySpan<char> word, Vocabulary vocabulary, List<(int End, int Word)> parts)
    {
        parts.Clear();
        if (word.Length is < 3 or > Longest || KhmerWords.IsKhmer(word[0]))
            return 0;
        Span<int> fewest = stackalloc int[Longest + 1];
        Span<int> ways = stackalloc int[Longest + 1];
        Span<int> from = stackalloc int[Longest + 1];
        fewest.Fill(int.MaxValue);
        ways.Clear();
        (fewest[0], ways[0]) = (0, 1);
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (ways[start] == 0 || !vocabulary.Joins(word[start..end]))
                    continue;
                var count = fewest[start] + 1;
                if (count < fewest[end])
                    (fewest[end], ways[end], from[end]) = (count, ways[start], start);
                else if (count == fewest[end])
                    ways[end] += ways[start];
            }
        }

        if (ways[word.Length] != 1)
            return ways[word.Length];
        for (var end = word.Length; end > 0; end = from[end])
            parts.Add((end, vocabulary.WordId(word[from[end]..end])));
        parts.Reverse();
        return 1;
    }
}
