namespace Vejja.Reading.Dosing.Words;

/// <summary>Cuts words written together (<c>puffsbd</c>, <c>tidprn</c>, <c>dailyx</c>) into known ones, where there is exactly one way.</summary>
internal static class GluedWords
{
    private const int Longest = 24;

    /// <summary>Cuts a word.</summary>
    /// <param name="word">Folded letters.</param>
    /// <param name="vocabulary">The known words.</param>
    /// <param name="ends">Receives the end of each part, relative to the word.</param>
    /// <returns>Whether there is exactly one way.</returns>
    public static bool TryCut(ReadOnlySpan<char> word, Vocabulary vocabulary, List<int> ends)
    {
        ends.Clear();
        if (word.Length is < 3 or > Longest)
            return false;
        Span<int> ways = stackalloc int[Longest + 1];
        Span<int> from = stackalloc int[Longest + 1];
        ways.Clear();
        ways[0] = 1;
        for (var end = 1; end <= word.Length; end++)
        {
            for (var start = 0; start < end; start++)
            {
                if (ways[start] == 0 || vocabulary.Single(word[start..end]) is not { } lexeme || !Joins(lexeme, end - start))
                    continue;
                ways[end] += ways[start];
                from[end] = start;
            }
        }

        if (ways[word.Length] != 1)
            return false;
        for (var end = word.Length; end > 0; end = from[end])
            ends.Add(end);
        ends.Reverse();
        return true;
    }

    // Only what people do glue: units, frequencies, routes, prn, times; and no single letter but x.
    private static bool Joins(Lexeme lexeme, int length) =>
        lexeme.Has(Sense.Unit) || lexeme.Has(Sense.Rate) || lexeme.Has(Sense.Adverb) || lexeme.Has(Sense.Prn) || lexeme.Has(Sense.Mealtime)
            || (lexeme.Has(Sense.Route) && length > 1) || lexeme.Has(Sense.Event) || lexeme.Has(Sense.TimeUnit)
            ? length > 1
            : lexeme.Has(Sense.Times) || lexeme.Has(Sense.For);
}
