using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>Connected components of ink by runs and union-find (Rosenfeld and Pfaltz 1966, two passes).</summary>
internal static class ConnectedInk
{
    /// <summary>Every component, in the order of its topmost run.</summary>
    public static ImmutableArray<InkComponent> Find(InkMap ink)
    {
        var runs = new List<InkRun>();
        var parent = new List<int>();
        int previousStart = 0, previousEnd = 0;
        for (var y = 0; y < ink.Height; y++)
        {
            var start = runs.Count;
            AddRow(ink, y, runs, parent);
            Join(runs, parent, previousStart, previousEnd, start);
            (previousStart, previousEnd) = (start, runs.Count);
        }

        return Collect(runs, parent);
    }

    private static void AddRow(InkMap ink, int y, List<InkRun> runs, List<int> parent)
    {
        var row = ink.Pixels.AsSpan(y * ink.Width, ink.Width);
        var x = 0;
        while (x < row.Length)
        {
            var step = row[x..].IndexOfAnyExcept((byte)0);
            if (step < 0)
                return;
            var start = x + step;
            var length = row[start..].IndexOf((byte)0);
            x = length < 0 ? row.Length : start + length;
            parent.Add(runs.Count);
            runs.Add(new(y, start, x));
        }
    }

    private static void Join(List<InkRun> runs, List<int> parent, int above, int aboveEnd, int current)
    {
        for (var i = current; i < runs.Count; i++)
        {
            while (above < aboveEnd && runs[above].X2 < runs[i].X1)
                above++;
            for (var j = above; j < aboveEnd && runs[j].X1 <= runs[i].X2; j++)
                Union(parent, i, j);
        }
    }

    private static int Root(List<int> parent, int index)
    {
        while (parent[index] != index)
            index = parent[index] = parent[parent[index]];
        return index;
    }

    private static void Union(List<int> parent, int a, int b)
    {
        var (first, second) = (Root(parent, a), Root(parent, b));
        parent[Math.Max(first, second)] = Math.Min(first, second);
    }

    private static ImmutableArray<InkComponent> Collect(List<InkRun> runs, List<int> parent)
    {
        var groups = new SortedDictionary<int, List<InkRun>>();
        for (var i = 0; i < runs.Count; i++)
        {
            var root = Root(parent, i);
            if (!groups.TryGetValue(root, out var members))
                groups.Add(root, members = []);
            members.Add(runs[i]);
        }

        return [.. groups.Values.Select(Measure)];
    }

    private static InkComponent Measure(List<InkRun> runs)
    {
        var box = new Box(runs.Min(run => run.X1), runs[0].Y, runs.Max(run => run.X2), runs[^1].Y + 1);
        return new(box, runs.Sum(run => run.X2 - run.X1), [.. runs]);
    }
}
