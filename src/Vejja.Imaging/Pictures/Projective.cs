using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Imaging.Pictures;

/// <summary>Builds projective maps from what they must do.</summary>
internal static class Projective
{
    /// <summary>Enlarges every length by a factor.</summary>
    public static Homography Scale(double x, double y) => new(x, 0, 0, 0, y, 0, 0, 0, 1);

    /// <summary>Moves every point.</summary>
    public static Homography Shift(double x, double y) => new(1, 0, x, 0, 1, y, 0, 0, 1);

    /// <summary>The map from an upright picture back to the one of this size that is turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    public static Homography Turn(double turnedWidth, double turnedHeight, int degrees) => degrees switch
    {
        90 => new(0, -1, turnedWidth, 1, 0, 0, 0, 0, 1),
        180 => new(-1, 0, turnedWidth, 0, -1, turnedHeight, 0, 0, 1),
        270 => new(0, 1, 0, -1, 0, turnedHeight, 0, 0, 1),
        _ => Homography.Identity,
    };

    /// <summary>The map that takes the corners of the rectangle (0, 0)–(width, height) to the quadrilateral's, clockwise from the top left.</summary>
    /// <remarks>Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.</remarks>
    public static Homography FromRectangle(double width, double height, ImmutableArray<PagePoint> corners)
    {
        var (p0, p1, p2, p3) = (corners[0], corners[1], corners[2], corners[3]);
        double dx1 = p1.X - p2.X, dx2 = p3.X - p2.X, sx = p0.X - p1.X + p2.X - p3.X;
        double dy1 = p1.Y - p2.Y, dy2 = p3.Y - p2.Y, sy = p0.Y - p1.Y + p2.Y - p3.Y;
        double determinant = (dx1 * dy2) - (dx2 * dy1);
        double g = determinant == 0 ? 0 : ((sx * dy2) - (dx2 * sy)) / determinant;
        double h = determinant == 0 ? 0 : ((dx1 * sy) - (sx * dy1)) / determinant;
        return new Homography(
            p1.X - p0.X + (g * p1.X), p3.X - p0.X + (h * p3.X), p0.X,
            p1.Y - p0.Y + (g * p1.Y), p3.Y - p0.Y + (h * p3.Y), p0.Y,
            g, h, 1).After(Scale(1 / width, 1 / height));
    }

    /// <summary>The map that undoes another.</summary>
    /// <exception cref="ArgumentException">It cannot be undone.</exception>
    public static Homography Inverse(Homography map)
    {
        var (a, b, c, d, e, f, g, h, i) = (map.M11, map.M12, map.M13, map.M21, map.M22, map.M23, map.M31, map.M32, map.M33);
        double determinant = (a * ((e * i) - (f * h))) - (b * ((d * i) - (f * g))) + (c * ((d * h) - (e * g)));
        if (Math.Abs(determinant) < 1e-12)
            throw new ArgumentException("The map flattens the plane.", nameof(map));
        return new Homography(
            ((e * i) - (f * h)) / determinant, ((c * h) - (b * i)) / determinant, ((b * f) - (c * e)) / determinant,
            ((f * g) - (d * i)) / determinant, ((a * i) - (c * g)) / determinant, ((c * d) - (a * f)) / determinant,
            ((d * h) - (e * g)) / determinant, ((b * g) - (a * h)) / determinant, ((a * e) - (b * d)) / determinant);
    }
}
