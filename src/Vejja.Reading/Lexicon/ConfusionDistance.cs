using System.Runtime.CompilerServices;

namespace Vejja.Reading.Lexicon;

/// <summary>
/// Edit distance in which likely confusions cost less (Levenshtein with transpositions, after Damerau 1964, and with two-for-one confusions as in rn/m),
/// computed in a band around the diagonal (Ukkonen 1985).
/// </summary>
internal static class ConfusionDistance
{
    // A doubled letter read once, or a single one read twice (allopurinol, alopurinol), is half a mistake.
    private const float Doubled = 0.5f;
    private const float Swapped = 0.8f;
    private const int Longest = 64;

    /// <summary>The distance, or a number above <paramref name="limit"/> as soon as it is certain to be above.</summary>
    /// <param name="read">The key that was read.</param>
    /// <param name="printed">The key of the lexicon; its digits must stand in <paramref name="read"/> as they are.</param>
    /// <param name="limit">The largest distance of interest.</param>
    /// <param name="costs">Costs of confusions.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Between(ReadOnlySpan<char> read, ReadOnlySpan<char> printed, float limit, ConfusionCosts costs)
    {
        var width = printed.Length + 1;
        if (width > Longest || read.Length > 2 * Longest)
            return read.SequenceEqual(printed) ? 0 : limit + 1;

        // The cheapest step off the diagonal (a two-for-one confusion) costs a quarter; more than limit + 2 of them on one side are not looked for.
        var band = (int)limit + 2;
        if (Math.Abs(read.Length - printed.Length) > band)
            return limit + 1;
        Span<float> rows = stackalloc float[3 * Longest];
        var current = rows[..width];
        var previous = rows.Slice(Longest, width);
        var before = rows.Slice(2 * Longest, width);
        previous[0] = 0;
        for (var j = 1; j < Math.Min(width, band + 1); j++)
            previous[j] = previous[j - 1] + Single(printed, j - 1);
        Close(previous, 0, band);

        var leastBefore = 0f;
        for (var i = 1; i <= read.Length; i++)
        {
            var least = float.PositiveInfinity;
            Close(current, i, band);
            if (i <= band)
                least = current[0] = previous[0] + Single(read, i - 1);
            for (var j = Math.Max(1, i - band); j <= Math.Min(width - 1, i + band); j++)
                least = Math.Min(least, current[j] = Cell(read, printed, i, j, current, previous, before, costs));
            // A two-for-one step may still jump over this row from the one before it.
            if (least > limit && leastBefore > limit)
                return limit + 1;
            leastBefore = least;
            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[width - 1];
    }

    // The cells beside the band, which the next rows look at.
    private static void Close(Span<float> row, int i, int band)
    {
        if (i - band - 1 >= 0)
            row[i - band - 1] = float.PositiveInfinity;
        if (i + band + 1 < row.Length)
            row[i + band + 1] = float.PositiveInfinity;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Cell(ReadOnlySpan<char> read, ReadOnlySpan<char> printed, int i, int j, ReadOnlySpan<float> current, ReadOnlySpan<float> previous, ReadOnlySpan<float> before, ConfusionCosts costs)
    {
        var (r, p) = (read[i - 1], printed[j - 1]);
        var best = previous[j - 1] + costs.Replace(r, p);
        best = Math.Min(best, current[j - 1] + Single(printed, j - 1));
        best = Math.Min(best, previous[j] + Single(read, i - 1));
        if (r == p)
            return best;
        if (j > 1)
            best = Math.Min(best, previous[j - 2] + costs.OneForTwo(r, printed[j - 2], p));
        if (i > 1)
        {
            best = Math.Min(best, before[j - 1] + costs.OneForTwo(p, read[i - 2], r));
            if (j > 1 && r == printed[j - 2] && read[i - 2] == p && !char.IsAsciiDigit(r) && !char.IsAsciiDigit(p))
                best = Math.Min(best, before[j - 2] + Swapped);
        }

        return best;
    }

    // Cost of a letter that stands on one side only.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Single(ReadOnlySpan<char> key, int at) =>
        char.IsAsciiDigit(key[at]) ? ConfusionCosts.Forbidden : at > 0 && key[at] == key[at - 1] ? Doubled : 1;
}
