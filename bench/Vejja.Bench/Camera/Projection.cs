using Vejja.Domain.Geometry;

namespace Vejja.Bench.Camera;

/// <summary>Homographies between four corners (Hartley and Zisserman, Multiple View Geometry, 4.1, with four exact points).</summary>
internal static class Projection
{
    /// <summary>Takes the corners of a rectangle (0,0), (w,0), (w,h), (0,h) to four points.</summary>
    public static Homography FromRectangle(double width, double height, ReadOnlySpan<PagePoint> corners)
    {
        // The unit square to a quadrilateral in closed form (Heckbert, 1989, 2.2.3), after the scaling to the unit square.
        var (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3]);
        double dx1 = p1.X - p2.X, dx2 = p3.X - p2.X, sx = p0.X - p1.X + p2.X - p3.X;
        double dy1 = p1.Y - p2.Y, dy2 = p3.Y - p2.Y, sy = p0.Y - p1.Y + p2.Y - p3.Y;
        var determinant = (dx1 * dy2) - (dx2 * dy1);
        var g = ((sx * dy2) - (dx2 * sy)) / determinant;
        var h = ((dx1 * sy) - (sx * dy1)) / determinant;
        var unit = new Homography(
            p1.X - p0.X + (g * p1.X), p3.X - p0.X + (h * p3.X), p0.X,
            p1.Y - p0.Y + (g * p1.Y), p3.Y - p0.Y + (h * p3.Y), p0.Y, g, h, 1);
        return unit.After(new Homography(1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1));
    }

    /// <summary>The inverse.</summary>
    public static Homography Inverse(Homography m)
    {
        double a = (m.M22 * m.M33) - (m.M23 * m.M32), b = (m.M13 * m.M32) - (m.M12 * m.M33), c = (m.M12 * m.M23) - (m.M13 * m.M22);
        double d = (m.M23 * m.M31) - (m.M21 * m.M33), e = (m.M11 * m.M33) - (m.M13 * m.M31), f = (m.M13 * m.M21) - (m.M11 * m.M23);
        double g = (m.M21 * m.M32) - (m.M22 * m.M31), h = (m.M12 * m.M31) - (m.M11 * m.M32), i = (m.M11 * m.M22) - (m.M12 * m.M21);
        var determinant = (m.M11 * a) + (m.M12 * d) + (m.M13 * g);
        return new(a / determinant, b / determinant, c / determinant, d / determinant, e / determinant, f / determinant, g / determinant, h / determinant, i / determinant);
    }
}
