using Vejja.Domain.Geometry;

namespace Vejja.Inference.Detection;

/// <summary>The detector's answer: for each pixel of the network's input the probability that it is text.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Width · Height numbers in [0, 1], row by row.</param>
internal sealed record ProbabilityMap(int Width, int Height, float[] Values)
{
    /// <summary>Each connected region (over edges and corners) above a threshold.</summary>
    public List<ProbableText> Regions(double threshold)
    {
        var seen = new bool[Values.Length];
        var regions = new List<ProbableText>();
        var stack = new Stack<int>();
        for (int i = 0; i < Values.Length; i++)
        {
            if (seen[i] || Values[i] <= threshold)
                continue;
            regions.Add(Region(i, threshold, seen, stack));
        }

        return regions;
    }

    private ProbableText Region(int start, double threshold, bool[] seen, Stack<int> stack)
    {
        var rows = new SortedDictionary<int, (int First, int Last)>();
        double sum = 0;
        int count = 0;
        seen[start] = true;
        stack.Push(start);
        while (stack.TryPop(out int at))
        {
            int x = at % Width, y = at / Width;
            sum += Values[at];
            count++;
            rows[y] = rows.TryGetValue(y, out var row) ? (Math.Min(row.First, x), Math.Max(row.Last, x)) : (x, x);
            for (int ny = Math.Max(0, y - 1); ny <= Math.Min(Height - 1, y + 1); ny++)
            {
                for (int nx = Math.Max(0, x - 1); nx <= Math.Min(Width - 1, x + 1); nx++)
                {
                    int next = (ny * Width) + nx;
                    if (seen[next] || Values[next] <= threshold)
                        continue;
                    seen[next] = true;
                    stack.Push(next);
                }
            }
        }

        var outline = new List<PagePoint>(2 * rows.Count);
        foreach (var (y, (first, last)) in rows)
        {
            outline.Add(new(first, y));
            if (last > first)
                outline.Add(new(last, y));
        }

        return new(outline, sum / count);
    }
}
