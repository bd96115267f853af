using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Rules that are drawn around text and part no columns.</summary>
internal static class Frames
{
    /// <summary>A box with so many rows of text holds a text of its own; one with fewer may be a row of a table whose columns have no rules, one with more the table.</summary>
    private const int FewestRows = 3, MostRows = 8;

    /// <summary>Boxes that are drawn alike are as wide as each other to this share.</summary>
    private const double Alike = 0.05;

    /// <summary>Boxes one below the other are no table: none of their rows has two cells.</summary>
    public static bool Is(Grid grid) => grid.Cells.All(cell => cell.ColumnSpan == grid.Columns);

    /// <summary>Boxes of text that are drawn alike, such as the labels of a pharmacy: what stands in line in two of them is no table.</summary>
    public static ImmutableArray<Box> OfText(ImmutableArray<Grid> drawn, ImmutableArray<DetectedLine> lines)
    {
        var boxes = drawn.Where(Is).SelectMany(frame => frame.Cells).Select(cell => cell.Polygon.Bounds)
            .Select(box => (Box: box, Rows: Rows(box, lines))).Where(box => box.Rows is >= FewestRows and <= MostRows).ToArray();
        return [.. boxes.Where(box => boxes.Any(other => other.Box != box.Box && Math.Abs(other.Rows - box.Rows) <= 1 && Math.Abs(other.Box.Width - box.Box.Width) <= Alike * box.Box.Width))
            .Select(box => box.Box)];
    }

    private static int Rows(Box box, ImmutableArray<DetectedLine> lines) =>
        ReadingOrder.Rows(lines.Select(line => line.Polygon.Bounds).Where(line => box.Contains(line.Centre)), line => line).Length;
}
