using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>A detector gives the feet and vowels of large Khmer letters boxes of their own: they are no lines, their ink is that of the line they hang on.</summary>
internal static class LineFragments
{
    /// <summary>The feet of several letters: at most this high and wide, and as far from the line's middle, in heights of the line, which they must reach into.</summary>
    private static readonly Reach Several = new(Height: 0.7, Width: 3, Offset: 0.75, Gap: 0);

    /// <summary>All that hangs on one letter, a foot and the vowel under it.</summary>
    private static readonly Reach Under = new(Height: 0.95, Width: 1, Offset: 1.05, Gap: 0.2);

    /// <summary>What stands above one letter, or hangs on a larger one of the line above: narrower, for a short word may stand there.</summary>
    private static readonly Reach Over = new(Height: 0.85, Width: 0.6, Offset: 0.9, Gap: 0.15);

    /// <summary>The lines without such fragments, in the order given.</summary>
    public static ImmutableArray<DetectedLine> Without(ImmutableArray<DetectedLine> lines)
    {
        LineBand[] bands = [.. lines.Select(line => new LineBand(line.Polygon))];
        return lines.RemoveAll(line => bands.Any(band => IsFragment(line.Polygon.Bounds, band)));
    }

    private static bool IsFragment(Box box, LineBand line) =>
        Several.Holds(box, line) || (box.Centre.Y > line.MiddleAt(box.Centre.X) ? Under : Over).Holds(box, line);

    /// <summary>How large a fragment is at most, and how far from its line, in heights of the line.</summary>
    /// <param name="Height">Its height.</param>
    /// <param name="Width">Its width.</param>
    /// <param name="Offset">From the line's middle to its own.</param>
    /// <param name="Gap">From the line's edge to its own.</param>
    private readonly record struct Reach(double Height, double Width, double Offset, double Gap)
    {
        public bool Holds(Box box, LineBand line)
        {
            var distance = Math.Abs(box.Centre.Y - line.MiddleAt(box.Centre.X));
            return box.Height <= Height * line.Height && box.Width <= Width * line.Height
                && box.Centre.X >= line.X1 && box.Centre.X <= line.X2
                && distance <= Offset * line.Height && distance < ((line.Height + box.Height) / 2) + (Gap * line.Height);
        }
    }
}
