namespace Vejja.Bench.Scoring;

/// <summary>One step of an alignment: a sign of the truth, a sign of the reading, or both.</summary>
/// <param name="Truth">The sign of the truth; null where the reading has one too many.</param>
/// <param name="Read">The sign of the reading; null where it is missing.</param>
internal readonly record struct AlignedSign(string? Truth, string? Read)
{
    /// <summary>Whether they agree.</summary>
    public bool IsRight => Truth == Read;
}

/// <summary>Edit distance (Levenshtein, 1966) over any signs.</summary>
internal static class TextDistance
{
    /// <summary>Fewest insertions, deletions and substitutions.</summary>
    public static int Between(ReadOnlySpan<string> a, ReadOnlySpan<string> b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], best);
            }
        }

        return row[b.Length];
    }

    /// <summary>1 for equal texts, 0 for texts without a common sign, by code point.</summary>
    public static double Similarity(string a, string b)
    {
        string[] x = Signs.Points(a), y = Signs.Points(b);
        return x.Length + y.Length == 0 ? 1 : 1 - (Between(x, y) / (double)Math.Max(x.Length, y.Length));
    }

    /// <summary>A best alignment.</summary>
    public static List<AlignedSign> Align(string[] truth, string[] read)
    {
        var width = read.Length + 1;
        var cost = new int[(truth.Length + 1) * width];
        int Step(int i, int j) => truth[i - 1] == read[j - 1] ? 0 : 1;
        for (var i = 0; i <= truth.Length; i++)
        {
            for (var j = 0; j <= read.Length; j++)
            {
                cost[(i * width) + j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(cost[((i - 1) * width) + j], cost[(i * width) + j - 1]) + 1, cost[((i - 1) * width) + j - 1] + Step(i, j));
            }
        }

        var path = new List<AlignedSign>();
        for (int i = truth.Length, j = read.Length; i > 0 || j > 0;)
        {
            if (i > 0 && j > 0 && cost[(i * width) + j] == cost[((i - 1) * width) + j - 1] + Step(i, j))
                path.Add(new(truth[--i], read[--j]));
            else if (i > 0 && cost[(i * width) + j] == cost[((i - 1) * width) + j] + 1)
                path.Add(new(truth[--i], null));
            else
                path.Add(new(null, read[--j]));
        }

        path.Reverse();
        return path;
    }
}
