using Vejja.Domain.Geometry;

namespace Vejja.Reading.Confidence;

/// <summary>A sign with its place on the page.</summary>
/// <param name="Text">The sign.</param>
/// <param name="Index">Its place in the reading.</param>
/// <param name="X1">Left edge in page pixels, as the recogniser tells it.</param>
/// <param name="X2">Right edge, likewise.</param>
internal readonly record struct PlacedSign(string Text, int Index, double X1, double X2)
{
    public bool IsDigit => Text.Length > 0 && char.IsDigit(Text[0]);

    public double Middle => (X1 + X2) / 2;
}

/// <summary>
/// More ink than its digits need. A recogniser of the CTC kind gives two equal digits side by side only where it sees paper between them: blurred, <c>400mg</c> becomes
/// <c>40mg</c>, and every sign of it is sure. So the ink on which a digit stands must not be wider than one, and a point between two digits must have been read.
/// </summary>
internal static class CrowdedInk
{
    /// <summary>The widest digit, bold and blurred, in heights of a digit; two narrow ones are wider.</summary>
    private const double WidestDigit = 1.05;

    /// <summary>Ink lower than this share of a digit's height is no digit; higher than the other, two lines.</summary>
    private const double Low = 0.6, High = 1.4;

    /// <summary>A point's largest and smallest side, and how far its foot may stand from the digits' feet, in heights of a digit.</summary>
    private const double LargestPoint = 0.34, SmallestPoint = 0.08, Foot = 0.28;

    /// <summary>Indexes of signs that may stand for more than was read.</summary>
    /// <param name="signs">The signs of a line that are no blanks, from left to right.</param>
    /// <param name="parts">Outlines of the line's ink.</param>
    /// <param name="height">Height of a digit in pixels.</param>
    public static IEnumerable<int> Find(PlacedSign[] signs, Box[] parts, double height)
    {
        for (var at = 0; at < signs.Length; at++)
        {
            if (!signs[at].IsDigit)
                continue;
            if (IsWide(signs, at, parts, height))
                yield return signs[at].Index;
            if (at + 1 < signs.Length && signs[at + 1].IsDigit && HasPoint(signs[at], signs[at + 1], parts, height))
            {
                yield return signs[at].Index;
                yield return signs[at + 1].Index;
            }
        }
    }

    /// <summary>Whether the ink that is nearer to this digit than to any other sign is wider than a digit.</summary>
    private static bool IsWide(PlacedSign[] signs, int at, Box[] parts, double height)
    {
        Box[] own = [.. parts.Where(part => part.Height >= Low * height && part.Height <= High * height && IsOn(signs[at], part)
            && !signs.Where((_, other) => other != at).Any(other => part.X1 - 1 <= other.Middle && other.Middle <= part.X2 + 1))];
        return own.Length > 0 && own.Max(part => part.X2) - own.Min(part => part.X1) > WidestDigit * height;
    }

    private static bool HasPoint(PlacedSign left, PlacedSign right, Box[] parts, double height)
    {
        var (before, after) = (Under(left, parts, height), Under(right, parts, height));
        if (before is not { } first || after is not { } second || first == second)
            return false;
        var foot = (first.Y2 + second.Y2) / 2;
        return parts.Any(part => part.X1 >= first.X2 - 1 && part.X2 <= second.X1 + 1 && Math.Max(part.Width, part.Height) <= LargestPoint * height
            && Math.Min(part.Width, part.Height) >= SmallestPoint * height && Math.Abs(part.Y2 - foot) <= Foot * height && part.Y1 > foot - (1.6 * Foot * height));
    }

    private static Box? Under(PlacedSign sign, Box[] parts, double height)
    {
        Box[] own = [.. parts.Where(part => part.Height >= Low * height && part.X1 - 1 <= sign.Middle && sign.Middle <= part.X2 + 1)];
        return own.Length == 0 ? null : own[0];
    }

    private static bool IsOn(PlacedSign sign, Box part) => sign.X2 >= part.X1 - 1 && sign.X1 <= part.X2 + 1;
}
