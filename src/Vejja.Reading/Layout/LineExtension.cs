using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// A detector's box often begins after the leading digit of a dose (<c>7 គ្រាប់</c> from the Khmer word on): a line is extended to the ink that stands on its
/// baseline and belongs to no other line. Of a heading it finds pieces, and none of the letters that are much higher than others: what meets is one line.
/// </summary>
internal static class LineExtension
{
    /// <summary>Ink farther than this from a line's end, in line heights, is another line.</summary>
    private const double Reach = 0.9;

    /// <summary>Pieces of one line are no farther apart, and no more unlike in height and place, in heights of the lower one.</summary>
    private const double Apart = 0.5, Unlike = 2.2, Offset = 0.35;

    /// <summary>Extends every line, in the order given.</summary>
    /// <param name="lines">Outlines of detected lines outside tables.</param>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="taken">Outlines that no line may grow into: the tables.</param>
    /// <returns>The outlines in the same order; pieces that met are one.</returns>
    public static ImmutableArray<Polygon> Extend(ImmutableArray<DetectedLine> lines, ImmutableArray<InkComponent> ink, ImmutableArray<Box> taken)
    {
        var boxes = lines.Select(line => line.Polygon.Bounds).ToArray();
        var free = ink.Where(part => !boxes.Any(box => box.Contains(part.Box.Centre)) && !taken.Any(box => box.Contains(part.Box.Centre)))
            .OrderBy(part => part.Box.X1).ToList();
        return Joined([.. lines.Select(line => new LineBand(line.Polygon)).Select(band => new Piece(band, Extend(band, free)))]);
    }

    private static ImmutableArray<Polygon> Joined(List<Piece> pieces)
    {
        while (OfOneLine(pieces) is var (first, second))
        {
            pieces[first] = pieces[first] with { Extended = pieces[first].Extended.With(pieces[second].Extended) };
            pieces.RemoveAt(second);
        }

        return [.. pieces.Select(piece => piece.Extended.ToPolygon())];
    }

    /// <summary>The first two pieces of one line; null where there are none.</summary>
    private static (int First, int Second)? OfOneLine(List<Piece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = i + 1; j < pieces.Count; j++)
            {
                if (pieces[i].Extended.X1 < pieces[j].Extended.X1 ? pieces[i].Meets(pieces[j]) : pieces[j].Meets(pieces[i]))
                    return (i, j);
            }
        }

        return null;
    }

    private static LineBand Extend(LineBand band, List<InkComponent> free)
    {
        for (var grown = true; grown;)
        {
            var next = free.FirstOrDefault(part => band.Continues(part.Box, Reach));
            grown = next is not null;
            if (next is null)
                continue;
            band = band.With(next.Box);
            free.Remove(next);
        }

        return band;
    }

    /// <summary>A line as it was detected, and with the signs at its ends.</summary>
    private readonly record struct Piece(LineBand Line, LineBand Extended)
    {
        /// <summary>Whether the gap before the piece on the right was filled by signs that nobody had detected.</summary>
        public bool Meets(Piece right)
        {
            var (here, there) = (Extended, right.Extended);
            var (low, high) = (Math.Min(here.Height, there.Height), Math.Max(here.Height, there.Height));
            return (here.X2 > Line.X2 || there.X1 < right.Line.X1) && there.X1 - here.X2 <= Apart * low && there.X2 > here.X2
                && high <= Unlike * low && Math.Abs(here.MiddleAt(there.X1) - there.MiddleAtX1) <= Offset * low;
        }
    }
}
