using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>A detector gives the feet and vowels of large Khmer letters boxes of their own: they are no lines, their ink is that of the line they hang on.</summary>
internal static class LineFragments
{
    /// <summary>At most this high and wide, and as far from the line's middle, in heights of the line, which it must reach into.</summary>
    private const double Height = 0.7, Width = 3, Offset = 0.75;

    /// <summary>The lines without such fragments, in the order given.</summary>
    public static ImmutableArray<DetectedLine> Without(ImmutableArray<DetectedLine> lines)
    {
        LineBand[] bands = [.. lines.Select(line => new LineBand(line.Polygon))];
        return lines.RemoveAll(line => bands.Any(band => IsFragment(line.Polygon.Bounds, band)));
    }

    private static bool IsFragment(Box box, LineBand line)
    {
        var distance = Math.Abs(box.Centre.Y - line.MiddleAt(box.Centre.X));
        return box.Height <= Height * line.Height && box.Width <= Width * line.Height
            && box.Centre.X >= line.X1 && box.Centre.X <= line.X2
            && distance <= Offset * line.Height && distance < (line.Height + box.Height) / 2;
    }
}
