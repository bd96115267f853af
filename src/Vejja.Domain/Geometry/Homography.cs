namespace Vejja.Domain.Geometry;

/// <summary>
/// A projective map of the plane, as a 3×3 matrix in row order: (x, y, 1) ↦ (X, Y, W), read as (X/W, Y/W).
/// Takes pixels of the upright page to pixels of the original image.
/// </summary>
public sealed record Homography(
    double M11, double M12, double M13, double M21, double M22, double M23, double M31, double M32, double M33)
{
    /// <summary>The map that changes nothing.</summary>
    public static Homography Identity { get; } = new(1, 0, 0, 0, 1, 0, 0, 0, 1);

    /// <summary>Maps one point.</summary>
    public PagePoint Apply(PagePoint point)
    {
        var w = (M31 * point.X) + (M32 * point.Y) + M33;
        return new(((M11 * point.X) + (M12 * point.Y) + M13) / w, ((M21 * point.X) + (M22 * point.Y) + M23) / w);
    }

    /// <summary>The map that applies <paramref name="first"/> and then this one.</summary>
    public Homography After(Homography first)
    {
        ArgumentNullException.ThrowIfNull(first);
        double Row(double a, double b, double c, double x, double y, double z) => (a * x) + (b * y) + (c * z);
        return new(
            Row(M11, M12, M13, first.M11, first.M21, first.M31), Row(M11, M12, M13, first.M12, first.M22, first.M32), Row(M11, M12, M13, first.M13, first.M23, first.M33),
            Row(M21, M22, M23, first.M11, first.M21, first.M31), Row(M21, M22, M23, first.M12, first.M22, first.M32), Row(M21, M22, M23, first.M13, first.M23, first.M33),
            Row(M31, M32, M33, first.M11, first.M21, first.M31), Row(M31, M32, M33, first.M12, first.M22, first.M32), Row(M31, M32, M33, first.M13, first.M23, first.M33));
    }
}
