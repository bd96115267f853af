using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// How far the lines of text still lean on a straightened page. The grain of a table top or the folds of a cloth may be taken for ruling lines; the lines of
/// text themselves tell.
/// </summary>
internal static class TextLean
{
    /// <summary>Degrees below which nothing is gained: a line of a hundred signs rises by about its height.</summary>
    private const double Least = 1.2;

    /// <summary>Only lines so many times as long as they are high tell an angle.</summary>
    private const double Slender = 6;

    private const int FewestLines = 4;

    /// <summary>Lines lean alike within so many degrees,</summary>
    private const double Alike = 1.5;

    /// <summary>if so large a share of them, by length, does.</summary>
    private const double MostOfThem = 0.7;

    /// <summary>Degrees, positive clockwise; null where the lines are level, few, or lean each in its own way.</summary>
    public static double? Degrees(ImmutableArray<DetectedLine> lines)
    {
        (double Degrees, double Length)[] leans = [.. lines.Select(Lean).OfType<(double Degrees, double Length)>().OrderBy(lean => lean.Degrees)];
        if (leans.Length < FewestLines)
            return null;
        var whole = leans.Sum(lean => lean.Length);
        var before = 0.0;
        var middle = leans.First(lean => (before += lean.Length) >= whole / 2).Degrees;
        var agreeing = leans.Where(lean => Math.Abs(lean.Degrees - middle) <= Alike).Sum(lean => lean.Length);
        return Math.Abs(middle) >= Least && agreeing >= MostOfThem * whole ? middle : null;
    }

    /// <summary>The mean of a line's upper and lower edge; null for a short one.</summary>
    private static (double Degrees, double Length)? Lean(DetectedLine line)
    {
        if (line.Polygon.Points is not [var topLeft, var topRight, var bottomRight, var bottomLeft])
            return null;
        var (across, down) = (topRight.X - topLeft.X + bottomRight.X - bottomLeft.X, topRight.Y - topLeft.Y + bottomRight.Y - bottomLeft.Y);
        var (length, height) = (double.Hypot(across, down) / 2, double.Hypot(bottomLeft.X - topLeft.X, bottomLeft.Y - topLeft.Y));
        return length > Slender * height ? (Math.Atan2(down, across) * 180 / Math.PI, length) : null;
    }
}
