using Vejja.Domain.Geometry;

namespace Vejja.Reading.Tables;

/// <summary>A cell's own frame: y runs along the mean slope of its top and bottom, so that its lines are level.</summary>
internal sealed class CellFrame
{
    private readonly Polygon polygon;
    private readonly double slope;
    private readonly double x0;

    public CellFrame(Polygon polygon)
    {
        this.polygon = polygon;
        var points = polygon.Points;
        double Slope(PagePoint left, PagePoint right) => right.X - left.X < 1 ? 0 : (right.Y - left.Y) / (right.X - left.X);
        slope = (Slope(points[0], points[1]) + Slope(points[3], points[2])) / 2;
        x0 = points[0].X;
    }

    /// <summary>Whether the point lies between the four sides.</summary>
    public bool Holds(PagePoint point)
    {
        var corners = polygon.Points;
        for (var i = 0; i < corners.Length; i++)
        {
            var (a, b) = (corners[i], corners[(i + 1) % corners.Length]);
            if (((b.X - a.X) * (point.Y - a.Y)) - ((b.Y - a.Y) * (point.X - a.X)) < 0)
                return false;
        }

        return true;
    }

    /// <summary>The point with the slope undone.</summary>
    public PagePoint Flatten(PagePoint point) => new(point.X, point.Y - (slope * (point.X - x0)));

    /// <summary>How far the row of pixels at <paramref name="x"/> is shifted down against the left edge.</summary>
    public double Shift(double x) => slope * (x - x0);

    /// <summary>Whether the box comes nearer than <paramref name="distance"/> pixels to the top or the bottom.</summary>
    public bool IsAtTopOrBottom(Box box, double distance) => box.Y1 - EdgeAt(0, 1, box.Centre.X) < distance || EdgeAt(3, 2, box.Centre.X) - box.Y2 < distance;

    /// <summary>Whether the box comes nearer than <paramref name="distance"/> pixels to the left or the right side.</summary>
    public bool IsAtSide(Box box, double distance) => box.X1 - polygon.Bounds.X1 < distance || polygon.Bounds.X2 - box.X2 < distance;

    /// <summary>Height of the cell at its middle, in pixels.</summary>
    public double Height => EdgeAt(3, 2, polygon.Bounds.Centre.X) - EdgeAt(0, 1, polygon.Bounds.Centre.X);

    /// <summary>Width of the cell, in pixels.</summary>
    public double Width => polygon.Bounds.Width;

    /// <summary>The y of the cell's middle at <paramref name="x"/>.</summary>
    public double MiddleAt(double x) => (EdgeAt(0, 1, x) + EdgeAt(3, 2, x)) / 2;

    /// <summary>A level band of the frame as a polygon of the page.</summary>
    public Polygon LinePolygon(Box band) => new([
        new(band.X1, band.Y1 + Shift(band.X1)), new(band.X2, band.Y1 + Shift(band.X2)),
        new(band.X2, band.Y2 + Shift(band.X2)), new(band.X1, band.Y2 + Shift(band.X1))]);

    private double EdgeAt(int left, int right, double x)
    {
        var (a, b) = (polygon.Points[left], polygon.Points[right]);
        return b.X - a.X < 1 ? a.Y : a.Y + ((b.Y - a.Y) * (x - a.X) / (b.X - a.X));
    }
}
