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
    private readonly Dictionary<string, List<(string Word, int Id)>> byDeletion = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, Lexeme> singles;
    private readonly Func<int, bool> bearsOnDose;
    private readonly IReadOnlyDictionary<string, int> words;
    private readonly LookAlikes lookAlikes = new();

    /// <summary>Indexes the words of four letters or more; the others are too near to one another.</summary>
    /// <param name="words">All words with their numbers.</param>
    /// <param name="singles">Those that have a sense alone.</param>
    /// <param name="bearsOnDose">Whether a word bears on the dose.</param>
    public SpellingRepair(IReadOnlyDictionary<string, int> words, IReadOnlyDictionary<string, Lexeme> singles, Func<int, bool> bearsOnDose)
    {
        (this.words, this.singles, this.bearsOnDose) = (words, singles, bearsOnDose);
        foreach (var (word, id) in words)
        {
            if (word.Length < ShortestRepaired - 1 || word.Length > LongestRepaired || !char.IsLetter(word[0]))
                continue;
            foreach (var deletion in Deletions(word, word.Length >= ShortestForTwoEdits - 1 && !KhmerWords.IsKhmer(word[0]) ? 2 : 1))
            {
                if (!byDeletion.TryGetValue(deletion, out var list))
                    byDeletion[deletion] = list = [];
                list.Add((word, id));
            }
        }
    }

    /// <summary>The word that a misspelt one stands for.</summary>
    /// <returns>The word, or -1; and whether any word that bears on the dose is near.</returns>
    public (int Word, bool Near) Find(ReadOnlySpan<char> misspelt)
    {
        if (misspelt.Length is < 3 or > LongestRepaired)
            return (-1, misspelt.Length < ShortestRepaired);
        var word = misspelt.ToString();
        var (misread, several) = Misread(word);
        if (misread >= 0 || several)
            return (misread, true);
        // Khmer marks are signs of their own: two slips of a long word can be another word.
        var khmer = KhmerWords.IsKhmer(word[0]);
        if (word.Length < ShortestRepaired - 1)
            return (-1, true);
        var allowed = word.Length >= ShortestForTwoEdits && !khmer ? 2 : 1;
        var (nearest, second) = (int.MaxValue, int.MaxValue);
        (string Word, int Id)? best = null;
        var bears = khmer;
        foreach (var deletion in Deletions(word, allowed))
        {
            if (!byDeletion.TryGetValue(deletion, out var list))
                continue;
            foreach (var (candidate, id) in list)
            {
                // People and OCR rarely lose the first letter, and real words often differ in it only (night, light).
                if (candidate[0] != word[0])
                    continue;
                // "soirZ" is a digit glued to "soir" rather than a letter too many.
                if (candidate.Length == word.Length - 1 && "zoligb".Contains(word[^1], StringComparison.Ordinal) && word.StartsWith(candidate, StringComparison.Ordinal))
                    return (-1, true);
                var distance = Distance(word, candidate);
                if (distance > allowed)
                    continue;
                bears |= bearsOnDose(id);
                if (best is not { } found || (distance < nearest && Same(candidate, found.Word)))
                    (best, nearest) = ((candidate, id), Math.Min(distance, nearest));
                else if (!Same(candidate, found.Word))
                    (best, nearest, second) = distance < nearest ? ((candidate, id), distance, nearest) : (best, nearest, Math.Min(second, distance));
            }
        }

        var unique = best is { } one && second > nearest && word.Length >= ShortestRepaired && !Never(one.Word);
        return (unique ? best!.Value.Id : -1, bears);
    }

    /// <summary>Whether a word can be another one with letters that look alike.</summary>
    public bool IsMisread(ReadOnlySpan<char> word) => Misread(word.ToString()) is ( >= 0, _) or (_, true);

    // One word by letters that look alike: surer than any other slip, and so also for short words.
    private (int Word, bool Several) Misread(string word)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        lookAlikes.Find(word, each => words.GetValueOrDefault(each, -1), found);
        if (found.Count == 0)
            return (-1, false);
        var first = found.First();
        var one = found.All(each => Same(each, first)) && !Never(first) && !(word.Length < 4 && Risky(first));
        return (one ? words[first] : -1, !one);
    }

    private bool Risky(string word) =>
        singles.TryGetValue(word, out var lexeme) && (lexeme.Has(Sense.Weekday) || lexeme.Has(Sense.Meal) || lexeme.Has(Sense.Meridiem));

    // Words without a sense alone (parts of phrases) are the same only if they are one word.
    private bool Same(string a, string b) =>
        a == b || (singles.TryGetValue(a, out var first) && singles.TryGetValue(b, out var second) && first.SameAs(second));

    private bool Never(string word) =>
        singles.TryGetValue(word, out var lexeme) && (lexeme.Has(Sense.Number) || lexeme.Has(Sense.Negation) || lexeme.Has(Sense.Ordinary));

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
