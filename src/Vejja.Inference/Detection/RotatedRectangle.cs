using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Inference.Detection;

/// <summary>A rectangle at any angle.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="Along">Unit vector of the first side.</param>
/// <param name="Length">Length of the first side.</param>
/// <param name="Breadth">Length of the second side, a quarter turn clockwise from the first (y points down).</param>
internal readonly record struct RotatedRectangle(PagePoint Centre, PagePoint Along, double Length, double Breadth)
{
    public double ShortSide => Math.Min(Length, Breadth);

    /// <summary>Grown by a distance on every side.</summary>
    public RotatedRectangle Grow(double distance) => this with { Length = Length + (2 * distance), Breadth = Breadth + (2 * distance) };

    /// <summary>Corners clockwise, the first being the one that a reader of a mostly horizontal line takes for the top left.</summary>
    public ImmutableArray<PagePoint> Corners()
    {
        // The side that lies flatter is taken as the text's direction.
        bool isFlat = Math.Abs(Along.X) >= Math.Abs(Along.Y);
        var direction = isFlat ? Along : new PagePoint(-Along.Y, Along.X);
        if (direction.X < 0)
            direction = new(-direction.X, -direction.Y);
        double x = (isFlat ? Length : Breadth) / 2, y = (isFlat ? Breadth : Length) / 2;
        return [At(direction, -x, -y), At(direction, x, -y), At(direction, x, y), At(direction, -x, y)];
    }

    /// <summary>The smallest rectangle around points (Freeman and Shapira 1975: one side lies on a side of the convex hull).</summary>
    public static RotatedRectangle Around(IReadOnlyList<PagePoint> points)
    {
        var hull = ConvexHull(points);
        if (hull.Count == 1)
            return new(hull[0], new(1, 0), 0, 0);
        RotatedRectangle best = default;
        double smallest = double.MaxValue;
        for (int i = 0; i < hull.Count; i++)
        {
            var candidate = OnSide(hull, hull[i], hull[(i + 1) % hull.Count]);
            double area = candidate.Length * candidate.Breadth;
            if (area < smallest)
                (best, smallest) = (candidate, area);
        }

        return best;
    }

    private PagePoint At(PagePoint direction, double x, double y) =>
        new(Centre.X + (x * direction.X) - (y * direction.Y), Centre.Y + (x * direction.Y) + (y * direction.X));

    private static RotatedRectangle OnSide(List<PagePoint> hull, PagePoint from, PagePoint to)
    {
        double length = Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y)));
        var along = new PagePoint((to.X - from.X) / length, (to.Y - from.Y) / length);
        double u1 = double.MaxValue, u2 = double.MinValue, v1 = double.MaxValue, v2 = double.MinValue;
        foreach (var point in hull)
        {
            double u = (point.X * along.X) + (point.Y * along.Y), v = (point.Y * along.X) - (point.X * along.Y);
            (u1, u2, v1, v2) = (Math.Min(u1, u), Math.Max(u2, u), Math.Min(v1, v), Math.Max(v2, v));
        }

        double middleU = (u1 + u2) / 2, middleV = (v1 + v2) / 2;
        var centre = new PagePoint((middleU * along.X) - (middleV * along.Y), (middleU * along.Y) + (middleV * along.X));
        return new(centre, along, u2 - u1, v2 - v1);
    }

    /// <summary>Andrew's monotone chain, 1979.</summary>
    private static List<PagePoint> ConvexHull(IReadOnlyList<PagePoint> points)
    {
        var sorted = points.Distinct().OrderBy(point => point.X).ThenBy(point => point.Y).ToList();
        if (sorted.Count < 3)
            return sorted;
        var hull = new List<PagePoint>(sorted.Count);
        AddChain(sorted, hull);
        int lower = hull.Count - 1;
        hull.RemoveAt(lower);
        sorted.Reverse();
        var upper = new List<PagePoint>();
        AddChain(sorted, upper);
        upper.RemoveAt(upper.Count - 1);
        hull.AddRange(upper);
        return hull;
    }

    private static void AddChain(List<PagePoint> sorted, List<PagePoint> chain)
    {
        foreach (var point in sorted)
        {
            while (chain.Count >= 2 && Turn(chain[^2], chain[^1], point) <= 0)
                chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
    }

    private static double Turn(PagePoint a, PagePoint b, PagePoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
