namespace Vejja.Reading.Dosing.Words;

/// <summary>
/// Finds the one word that a misspelt word can stand for, within one edit (two from eight letters on), by the common
/// deletions of both (W. Garbe, SymSpell). It abstains where words of different sense are about equally near, and never
/// arrives at a number, an abbreviation or a short word.
/// </summary>
internal sealed class SpellingRepair
{
    private const int ShortestRepaired = 5;
    private const int ShortestForTwoEdits = 8;
    private const int LongestRepaired = 20;
    private readonly Dictionary<string, List<(string Word, Lexeme Lexeme)>> byDeletion = new(StringComparer.Ordinal);

    /// <summary>Indexes the words of four letters or more; the others are too near to one another.</summary>
    public SpellingRepair(IReadOnlyDictionary<string, Lexeme> words)
    {
        foreach (var (word, lexeme) in words)
        {
            if (word.Length < ShortestRepaired - 1 || word.Length > LongestRepaired || KhmerWords.IsKhmer(word[0]))
                continue;
            foreach (var deletion in Deletions(word, word.Length >= ShortestForTwoEdits - 1 ? 2 : 1))
            {
                if (!byDeletion.TryGetValue(deletion, out var list))
                    byDeletion[deletion] = list = [];
                list.Add((word, lexeme));
            }
        }
    }

    /// <summary>The sense of a misspelt word.</summary>
    /// <returns>The lexeme, or null; and whether any word that bears on the dose is near.</returns>
    public (Lexeme? Lexeme, bool Near) Find(ReadOnlySpan<char> misspelt)
    {
        if (misspelt.Length < ShortestRepaired - 1 || misspelt.Length > LongestRepaired)
            return (null, misspelt.Length < ShortestRepaired);
        var word = misspelt.ToString();
        var allowed = word.Length >= ShortestForTwoEdits ? 2 : 1;
        var (nearest, second) = (int.MaxValue, int.MaxValue);
        Lexeme? best = null;
        var bears = false;
        foreach (var deletion in Deletions(word, allowed))
        {
            if (!byDeletion.TryGetValue(deletion, out var list))
                continue;
            foreach (var (candidate, lexeme) in list)
            {
                // People and OCR rarely lose the first letter, and real words often differ in it only (night, light).
                if (candidate[0] != word[0])
                    continue;
                var distance = Distance(word, candidate);
                if (distance > allowed)
                    continue;
                bears |= BearsOnDose(lexeme);
                if (best is null || (distance < nearest && lexeme.SameAs(best)))
                    (best, nearest) = (lexeme, Math.Min(distance, nearest));
                else if (!lexeme.SameAs(best))
                    (best, nearest, second) = distance < nearest ? (lexeme, distance, nearest) : (best, nearest, Math.Min(second, distance));
            }
        }

        var unique = best is not null && second > nearest && word.Length >= ShortestRepaired && !best.Has(Sense.Number) && !best.Has(Sense.Negation) && !best.Has(Sense.Ordinary);
        return (unique ? best : null, bears);
    }

    private static bool BearsOnDose(Lexeme lexeme) => !(lexeme.Has(Sense.Reason) || lexeme.Has(Sense.Filler) || lexeme.Has(Sense.Advice) || lexeme.Has(Sense.Site));

    private static HashSet<string> Deletions(string word, int depth)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { word };
        var last = new List<string> { word };
        for (var round = 0; round < depth; round++)
        {
            var next = new List<string>();
            foreach (var each in last)
            {
                for (var i = 0; i < each.Length; i++)
                {
                    var shorter = each.Remove(i, 1);
                    if (found.Add(shorter))
                        next.Add(shorter);
                }
            }

            last = next;
        }

        return found;
    }

    /// <summary>Damerau's distance with adjacent transpositions (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        Span<int> rows = stackalloc int[3 * (LongestRepaired + 3)];
        var width = LongestRepaired + 3;
        var before = rows[..width];
        var previous = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                current[j] = best;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[b.Length];
    }
}
