using Vejja.Domain.Geometry;

namespace Vejja.Inference.Detection;

/// <summary>The detector's answer: for each pixel of the network's input the probability that it is text.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Values">Width · Height numbers in [0, 1], row by row.</param>
internal sealed record ProbabilityMap(int Width, int Height, float[] Values)
{
    /// <summary>The outline of each connected region (over edges and corners) above a threshold: the ends of its runs in each row, which hold its convex hull. Pixel centres.</summary>
    public List<List<PagePoint>> Regions(double threshold)
    {
        var seen = new bool[Values.Length];
        var regions = new List<List<PagePoint>>();
        var stack = new Stack<int>();
        for (int i = 0; i < Values.Length; i++)
        {
            if (seen[i] || Values[i] <= threshold)
                continue;
            regions.Add(Outline(i, threshold, seen, stack));
        }

        return regions;
    }

    /// <summary>Mean probability of the pixels whose centres lie in a rectangle.</summary>
    public double Mean(RotatedRectangle rectangle)
    {
        var corners = rectangle.Corners();
        int x1 = Math.Clamp((int)Math.Floor(corners.Min(corner => corner.X)), 0, Width - 1), x2 = Math.Clamp((int)Math.Ceiling(corners.Max(corner => corner.X)), 0, Width - 1);
        int y1 = Math.Clamp((int)Math.Floor(corners.Min(corner => corner.Y)), 0, Height - 1), y2 = Math.Clamp((int)Math.Ceiling(corners.Max(corner => corner.Y)), 0, Height - 1);
        var (centre, along, length, breadth) = rectangle;
        double sum = 0;
        int count = 0;
        for (int y = y1; y <= y2; y++)
        {
            for (int x = x1; x <= x2; x++)
            {
                double dx = x - centre.X, dy = y - centre.Y;
                // Half a pixel of grace: OpenCV's fill, which the thresholds were set with, takes the border in.
                if (Math.Abs((dx * along.X) + (dy * along.Y)) > (length / 2) + 0.5 || Math.Abs((dy * along.X) - (dx * along.Y)) > (breadth / 2) + 0.5)
                    continue;
                sum += Values[(y * Width) + x];
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private List<PagePoint> Outline(int start, double threshold, bool[] seen, Stack<int> stack)
    {
        var rows = new SortedDictionary<int, (int First, int Last)>();
        seen[start] = true;
        stack.Push(start);
        while (stack.TryPop(out int at))
        {
            int x = at % Width, y = at / Width;
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

        return outline;
    }
}
