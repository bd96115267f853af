using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// A detector's box often begins after the leading digit of a dose (<c>7 គ្រាប់</c> from the Khmer word on): a line is extended to the ink that stands on its
/// baseline and belongs to no other line.
/// </summary>
internal static class LineExtension
{
    /// <summary>Ink farther than this from a line's end, in line heights, is another line.</summary>
    private const double Reach = 0.9;

    /// <summary>Extends every line, in the order given.</summary>
    /// <param name="lines">Outlines of detected lines outside tables.</param>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="taken">Outlines that no line may grow into: the tables.</param>
    /// <returns>The outlines in the same order.</returns>
    public static ImmutableArray<Polygon> Extend(ImmutableArray<DetectedLine> lines, ImmutableArray<InkComponent> ink, ImmutableArray<Box> taken)
    {
        var boxes = lines.Select(line => line.Polygon.Bounds).ToArray();
        var free = ink.Where(part => !boxes.Any(box => box.Contains(part.Box.Centre)) && !taken.Any(box => box.Contains(part.Box.Centre)))
            .OrderBy(part => part.Box.X1).ToList();
        return [.. lines.Select(line => Extend(line.Polygon, free))];
    }

    private static Polygon Extend(Polygon polygon, List<InkComponent> free)
    {
        var band = new LineBand(polygon);
        for (var grown = true; grown;)
        {
            var next = free.FirstOrDefault(part => band.Continues(part.Box, Reach));
            grown = next is not null;
            if (next is null)
                continue;
            band = band.With(next.Box);
            free.Remove(next);
        }

        return band.ToPolygon();
    }
}
