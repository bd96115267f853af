using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>The ink of one cell, parted into lines by its own horizontal profile.</summary>
/// <param name="Lines">Polygons of its lines in page pixels, top to bottom, left to right; empty for an empty cell.</param>
/// <param name="IsDash">Whether its only ink is a lone dash: decided by form, without a recogniser.</param>
/// <param name="Components">Its ink.</param>
internal sealed record CellInk(ImmutableArray<Polygon> Lines, bool IsDash, ImmutableArray<InkComponent> Components);

/// <summary>
/// The unit of reading in a table is the cell's whole ink: a detector loses lone digits and dashes. A detected line is only a witness of where two
/// lines part whose signs touch.
/// </summary>
internal static class CellInkReading
{
    /// <summary>Ink smaller than this share of a line height, squared, is dust.</summary>
    private const double Dust = 0.08;

    /// <summary>Ink that is lower than this share of a line height is a sign above or below a letter, never a line.</summary>
    private const double SignHeight = 0.3;

    /// <summary>Ink farther apart than this, in line heights, is another text.</summary>
    private const double WideGap = 2.5;

    /// <summary>Parts the ink of one cell.</summary>
    /// <param name="cell">The cell inside its rules.</param>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="witnesses">Outlines of the lines that a detector saw in the cell.</param>
    /// <param name="isRuled">Whether rests of rules may stand at its left and right; elsewhere a stroke there is an I, an l or a 1.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static CellInk Read(GridCell cell, IEnumerable<InkComponent> ink, IReadOnlyList<Box> witnesses, bool isRuled, double lineHeight)
    {
        var frame = new CellFrame(cell.Polygon);
        ImmutableArray<InkComponent> own = [.. ink.Where(part => frame.Holds(part.Box.Centre) && IsInk(part, frame, lineHeight) && !IsRest(part.Box, frame, isRuled, lineHeight))];
        if (own.IsEmpty)
            return new([], false, []);
        if (LoneDash.Is(own, frame, lineHeight))
            return new([Polygon.From(own[0].Box)], true, own);
        var bands = InkBands.Part(own, frame, [.. witnesses.Select(witness => (frame.Flatten(witness.Centre).Y, witness.Height))], lineHeight);
        return new([.. bands.SelectMany(band => Apart(band, own, frame, lineHeight)).Select(frame.LinePolygon)], false, own);
    }

    /// <summary>A wide cell holds several texts on one line, a label and its value here, another there: read together, the paper between them becomes signs.</summary>
    private static IEnumerable<Box> Apart(Box band, ImmutableArray<InkComponent> ink, CellFrame frame, double lineHeight)
    {
        var (start, end) = (band.X1, band.X1);
        foreach (var box in ink.Select(part => part.Box).Where(box => frame.Flatten(box.Centre).Y is var y && y >= band.Y1 && y <= band.Y2).OrderBy(box => box.X1))
        {
            if (end > start && box.X1 - end > WideGap * lineHeight)
            {
                yield return new(start, band.Y1, end, band.Y2);
                start = box.X1;
            }

            end = Math.Max(end, box.X2);
        }

        yield return new(start, band.Y1, Math.Max(end, band.X2), band.Y2);
    }

    private static bool IsInk(InkComponent part, CellFrame frame, double lineHeight)
    {
        // The frame of a page, or the edge of the paper, may have its centre in a cell.
        var box = part.Box;
        return part.Area >= Dust * Dust * lineHeight * lineHeight && part.Area >= 3 && box.Height <= 1.3 * frame.Height && box.Width <= 1.3 * frame.Width;
    }

    /// <summary>What an erased rule leaves.</summary>
    private static bool IsRest(Box box, CellFrame frame, bool isRuled, double lineHeight)
    {
        var thin = Math.Min(box.Width, box.Height);
        var isLong = thin <= 0.15 * lineHeight && Math.Max(box.Width, box.Height) > 4 * thin;
        var isSmall = thin <= 0.2 * lineHeight && box.Height < SignHeight * lineHeight;
        return (isLong && IsAtEdge(0.2 * lineHeight)) || (isSmall && IsAtEdge(0.08 * lineHeight));

        bool IsAtEdge(double distance) => frame.IsAtTopOrBottom(box, distance) || (isRuled && frame.IsAtSide(box, distance));
    }
}
