namespace Vejja.Domain.Geometry;

/// <summary>An axis-parallel rectangle in pixels of the upright page; <c>X2</c> and <c>Y2</c> are exclusive.</summary>
/// <param name="X1">Left edge.</param>
/// <param name="Y1">Top edge.</param>
/// <param name="X2">Right edge.</param>
/// <param name="Y2">Bottom edge.</param>
public readonly record struct Box(double X1, double Y1, double X2, double Y2)
{
    /// <summary>Width in pixels.</summary>
    public double Width => X2 - X1;

    /// <summary>Height in pixels.</summary>
    public double Height => Y2 - Y1;

    /// <summary>Area in square pixels; 0 for an empty box.</summary>
    public double Area => IsEmpty ? 0 : Width * Height;

    /// <summary>Whether the box holds no pixel.</summary>
    public bool IsEmpty => Width <= 0 || Height <= 0;

    /// <summary>The middle of the box.</summary>
    public PagePoint Centre => new((X1 + X2) / 2, (Y1 + Y2) / 2);

    /// <summary>Whether the point lies inside.</summary>
    public bool Contains(PagePoint point) => point.X >= X1 && point.X < X2 && point.Y >= Y1 && point.Y < Y2;

    /// <summary>The common part; empty when the boxes do not meet.</summary>
    public Box Intersect(Box other) =>
        new(Math.Max(X1, other.X1), Math.Max(Y1, other.Y1), Math.Min(X2, other.X2), Math.Min(Y2, other.Y2));

    /// <summary>The smallest box that holds both.</summary>
    public Box Union(Box other) =>
        new(Math.Min(X1, other.X1), Math.Min(Y1, other.Y1), Math.Max(X2, other.X2), Math.Max(Y2, other.Y2));

    /// <summary>The box grown by <paramref name="pixels"/> on each side (shrunk where negative).</summary>
    public Box Inflate(double pixels) => new(X1 - pixels, Y1 - pixels, X2 + pixels, Y2 + pixels);

    /// <summary>Intersection over union, in [0, 1].</summary>
    public double IntersectionOverUnion(Box other)
    {
        var common = Intersect(other).Area;
        var all = Area + other.Area - common;
        return all <= 0 ? 0 : common / all;
    }

    /// <summary>The smallest box that holds all points; empty for none.</summary>
    public static Box Around(IEnumerable<PagePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        double x1 = double.MaxValue, y1 = double.MaxValue, x2 = double.MinValue, y2 = double.MinValue;
        foreach (var (x, y) in points)
        {
            (x1, y1, x2, y2) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x), Math.Max(y2, y));
        }

        return x1 > x2 ? default : new Box(x1, y1, x2, y2);
    }
}
