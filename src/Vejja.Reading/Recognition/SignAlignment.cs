using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Aligns two spellings of one word (Levenshtein 1966).</summary>
internal static class SignAlignment
{
    /// <summary>For each sign of <paramref name="chosen"/>: whether all of its units stand in the rival too, at their place.</summary>
    public static bool[] Supported(ImmutableArray<SymbolReading> chosen, ImmutableArray<SymbolReading> rival)
    {
        var ours = string.Concat(chosen.Select(symbol => symbol.Text));
        var theirs = string.Concat(rival.Select(symbol => symbol.Text));
        var matched = Matched(ours, theirs);
        var supported = new bool[chosen.Length];
        for (int i = 0, unit = 0; i < chosen.Length; unit += chosen[i].Text.Length, i++)
            supported[i] = Enumerable.Range(unit, chosen[i].Text.Length).All(at => matched[at]);
        return supported;
    }

    private static bool[] Matched(string ours, string theirs)
    {
        var costs = Costs(ours, theirs);
        var matched = new bool[ours.Length];
        for (int i = ours.Length, j = theirs.Length; i > 0 && j > 0;)
        {
            bool isEqual = ours[i - 1] == theirs[j - 1];
            if (costs[i][j] == costs[i - 1][j - 1] + (isEqual ? 0 : 1))
            {
                matched[i - 1] = isEqual;
                i--;
                j--;
            }
            else if (costs[i][j] == costs[i - 1][j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return matched;
    }

    /// <summary>The edits between each beginning of the one and each beginning of the other.</summary>
    private static int[][] Costs(string ours, string theirs)
    {
        var costs = new int[ours.Length + 1][];
        for (int i = 0; i <= ours.Length; i++)
        {
            costs[i] = new int[theirs.Length + 1];
            for (int j = 0; j <= theirs.Length; j++)
            {
                costs[i][j] = i == 0 || j == 0 ? i + j
                    : Math.Min(costs[i - 1][j - 1] + (ours[i - 1] == theirs[j - 1] ? 0 : 1), 1 + Math.Min(costs[i - 1][j], costs[i][j - 1]));
            }
        }

        return costs;
    }
}
