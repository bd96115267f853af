using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>The typical height of a page's letters.</summary>
internal static class LetterHeight
{
    // Fewer connected pieces than this say nothing of the page.
    private const int FewestPieces = 12;

    /// <summary>The median height in pixels of the connected pieces of ink that could be letters (about the x-height); null where the page has hardly any.</summary>
    public static double? Measure(InkMap ink)
    {
        var heights = new List<int>();
        int tallest = Math.Max(20, ink.Height / 12);
        foreach (var (width, height) in InkPieces.Sizes(ink))
        {
            if (height >= 4 && height <= tallest && width <= 6 * height && width >= 2 && height <= 6 * width)
                heights.Add(height);
        }

        if (heights.Count < FewestPieces)
            return null;
        heights.Sort();
        return heights[heights.Count / 2];
    }
}

/// <summary>Connected pieces of ink.</summary>
internal static class InkPieces
{
    /// <summary>Width and height of each piece, joined over edges and corners; found run by run with union-find.</summary>
    public static IEnumerable<(int Width, int Height)> Sizes(InkMap ink)
    {
        var runs = Runs(ink);
        var parents = new int[runs.Count];
        for (int i = 0; i < parents.Length; i++)
            parents[i] = i;
        Join(runs, parents);

        var boxes = new Dictionary<int, (int X1, int Y1, int X2, int Y2)>();
        for (int i = 0; i < runs.Count; i++)
        {
            var (y, x1, x2) = runs[i];
            int root = Root(parents, i);
            var box = boxes.GetValueOrDefault(root, (x1, y, x2, y));
            boxes[root] = (Math.Min(box.Item1, x1), Math.Min(box.Item2, y), Math.Max(box.Item3, x2), Math.Max(box.Item4, y));
        }

        return boxes.Values.Select(box => (box.X2 - box.X1, box.Y2 - box.Y1 + 1));
    }

    private static List<(int Y, int X1, int X2)> Runs(InkMap ink)
    {
        var runs = new List<(int, int, int)>();
        for (int y = 0; y < ink.Height; y++)
        {
            var row = ink.Pixels.AsSpan(y * ink.Width, ink.Width);
            for (int x = 0; x < row.Length;)
            {
                int start = row[x..].IndexOf((byte)1);
                if (start < 0)
                    break;
                start += x;
                int length = row[start..].IndexOf((byte)0);
                x = length < 0 ? row.Length : start + length;
                runs.Add((y, start, x));
            }
        }

        return runs;
    }

    private static void Join(List<(int Y, int X1, int X2)> runs, int[] parents)
    {
        int above = 0;
        for (int i = 0; i < runs.Count; i++)
        {
            var (y, x1, x2) = runs[i];
            while (runs[above].Y < y - 1 || (runs[above].Y == y - 1 && runs[above].X2 < x1))
                above++;
            for (int j = above; j < i && runs[j].Y == y - 1 && runs[j].X1 <= x2; j++)
                parents[Root(parents, i)] = Root(parents, j);
        }
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
            i = parents[i] = parents[parents[i]];
        return i;
    }
}
