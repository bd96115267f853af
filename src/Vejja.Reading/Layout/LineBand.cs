using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>A line of text as a level band: its mean slope, the x range, and the distances of its top and bottom from its middle.</summary>
internal readonly record struct LineBand(double X1, double X2, double MiddleAtX1, double Slope, double Height)
{
    public LineBand(Polygon polygon)
        : this(0, 0, 0, 0, 0)
    {
        var corners = polygon.Points;
        var (left, right) = (Middle(corners[0], corners[3]), Middle(corners[1], corners[2]));
        X1 = Math.Min(left.X, right.X);
        X2 = Math.Max(left.X, right.X);
        Slope = X2 - X1 < 1 ? 0 : (right.Y - left.Y) / (right.X - left.X);
        MiddleAtX1 = left.Y;
        Height = ((corners[3].Y - corners[0].Y) + (corners[2].Y - corners[1].Y)) / 2;
    }

    /// <summary>Angle against the page's x axis in degrees.</summary>
    public double Angle => Math.Atan(Slope) * 180 / Math.PI;

    /// <summary>The middle of the band at <paramref name="x"/>.</summary>
    public double MiddleAt(double x) => MiddleAtX1 + (Slope * (x - X1));

    /// <summary>Whether a sign goes on with the line at either end: of a sign's size or a dash at mid-height, on its height, within reach (in line heights); or higher, within half of that.</summary>
    public bool Continues(Box sign, double reach)
    {
        var gap = Math.Max(X1 - sign.X2, sign.X1 - X2);
        var offset = Math.Abs(sign.Centre.Y - MiddleAt(sign.Centre.X));
        var isSign = sign.Height >= 0.12 * Height && sign.Height <= 1.1 * Height && sign.Width <= 2.5 * Height;
        var isDash = sign.Height >= 0.03 * Height && sign.Width >= 2 * sign.Height && sign.Width >= 0.15 * Height && sign.Width <= 0.8 * Height && offset <= 0.2 * Height;
        // A letter with its foot or head, beside letters that have none: the line runs through it.
        var shared = Math.Min(sign.Y2 - MiddleAt(sign.Centre.X), Height / 2) + Math.Min(MiddleAt(sign.Centre.X) - sign.Y1, Height / 2);
        var isTall = shared >= 0.75 * Height && sign.Height <= 2.2 * Height && sign.Width >= 0.3 * Height && sign.Width <= 2.5 * Height;
        return gap > -Math.Min(sign.Width, Height)
            && (((isSign || isDash) && offset <= 0.35 * Height && gap <= reach * Height) || (isTall && gap <= 0.5 * reach * Height));
    }

    /// <summary>The band that reaches over the sign too.</summary>
    public LineBand With(Box sign)
    {
        var (x1, x2) = (Math.Min(X1, sign.X1), Math.Max(X2, sign.X2));
        return this with { X1 = x1, X2 = x2, MiddleAtX1 = MiddleAt(x1) };
    }

    /// <summary>The band that holds both.</summary>
    public LineBand With(LineBand other)
    {
        var middle = MiddleAt(other.X1);
        return With(other.ToPolygon().Bounds)
            .Between(Math.Max(Height / 2, middle - other.MiddleAtX1 + (other.Height / 2)), Math.Max(Height / 2, other.MiddleAtX1 - middle + (other.Height / 2)));
    }

    /// <summary>The band from <paramref name="above"/> over its middle to <paramref name="below"/> under it, in pixels.</summary>
    public LineBand Between(double above, double below) => this with { MiddleAtX1 = MiddleAtX1 + ((below - above) / 2), Height = above + below };

    public Polygon ToPolygon()
    {
        var (left, right, half) = (MiddleAtX1, MiddleAt(X2), Height / 2);
        return new([new(X1, left - half), new(X2, right - half), new(X2, right + half), new(X1, left + half)]);
    }

    private static PagePoint Middle(PagePoint a, PagePoint b) => new((a.X + b.X) / 2, (a.Y + b.Y) / 2);
}
