using Vejja.Domain.Geometry;

namespace Vejja.Bench.Scoring;

/// <summary>Areas of four-cornered boxes that need not be parallel to the axes.</summary>
internal static class Quad
{
    /// <summary>The four corners of a text polygon that follows its line: first, end of the upper edge, start of the lower edge, last.</summary>
    public static PagePoint[] Corners(Polygon polygon)
    {
        var points = polygon.Points;
        return points.Length <= 4 ? [.. points] : [points[0], points[(points.Length / 2) - 1], points[points.Length / 2], points[^1]];
    }

    /// <summary>Area by the shoelace formula.</summary>
    public static double Area(ReadOnlySpan<PagePoint> polygon)
    {
        double twice = 0;
        for (var i = 0; i < polygon.Length; i++)
        {
            var next = polygon[(i + 1) % polygon.Length];
            twice += (polygon[i].X * next.Y) - (next.X * polygon[i].Y);
        }

        return Math.Abs(twice) / 2;
    }

    /// <summary>The common area of two convex polygons (clipping by Sutherland and Hodgman, 1974).</summary>
    public static double Common(PagePoint[] a, PagePoint[] b)
    {
        if (Box.Around(a).Intersect(Box.Around(b)).IsEmpty)
            return 0;
        List<PagePoint> kept = [.. a];
        var turn = Math.Sign(Cross(b[0], b[1], b[2]));
        for (var i = 0; i < b.Length && kept.Count > 0; i++)
            kept = Clip(kept, b[i], b[(i + 1) % b.Length], turn);
        return kept.Count < 3 ? 0 : Area([.. kept]);
    }

    /// <summary>Intersection over union.</summary>
    public static double Overlap(PagePoint[] a, PagePoint[] b)
    {
        var common = Common(a, b);
        return common == 0 ? 0 : common / (Area(a) + Area(b) - common);
    }

    private static List<PagePoint> Clip(List<PagePoint> polygon, PagePoint from, PagePoint to, int turn)
    {
        var kept = new List<PagePoint>();
        for (var i = 0; i < polygon.Count; i++)
        {
            var (here, next) = (polygon[i], polygon[(i + 1) % polygon.Count]);
            double d0 = turn * Cross(from, to, here), d1 = turn * Cross(from, to, next);
            if (d0 >= 0)
                kept.Add(here);
            if ((d0 >= 0) != (d1 >= 0))
                kept.Add(new(here.X + ((next.X - here.X) * d0 / (d0 - d1)), here.Y + ((next.Y - here.Y) * d0 / (d0 - d1))));
        }

        return kept;
    }

    private static double Cross(PagePoint a, PagePoint b, PagePoint c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
