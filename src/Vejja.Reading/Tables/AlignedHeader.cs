using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>The header of a table without rules, where its words did not stand in the columns of ink: white on a dark bar, or wider than what stands below them.</summary>
internal static class AlignedHeader
{
    /// <summary>A header stands within so many line heights above the first row.</summary>
    private const double Reach = 2.2;

    private const int FewestWords = 3;

    /// <summary>The table with one more row, if the row of lines above it names most of its columns; else the table as it is.</summary>
    public static Grid Add(Grid grid, ImmutableArray<DetectedLine> lines, double lineHeight)
    {
        var row = ReadingOrder.Rows(lines.Select(line => line.Polygon.Bounds).Where(box => box.Centre.Y < grid.Box.Y1), box => box).LastOrDefault();
        if (row.IsDefaultOrEmpty || grid.Box.Y1 - row.Max(box => box.Y2) > Reach * lineHeight)
            return grid;
        var columns = grid.Cells.Where(cell => cell.Row == 0).Select(cell => cell.Polygon.Bounds).ToArray();
        var named = row.Select(box => Nearest(columns, box)).ToArray();
        if (named.Length < Math.Max(FewestWords, 0.5 * columns.Length) || named.Distinct().Count() < named.Length)
            return grid;
        var (top, bottom) = (row.Min(box => box.Y1), Math.Max(grid.Box.Y1, row.Max(box => box.Y2)));
        var header = columns.Select((column, index) => new GridCell(0, index, 1, 1, Polygon.From(Width(column, row, named, index, top, bottom))));
        var box = row.Aggregate(grid.Box, (all, word) => all.Union(word));
        return grid with { Box = box, Rows = grid.Rows + 1, Cells = [.. header, .. grid.Cells.Select(cell => cell with { Row = cell.Row + 1 })] };
    }

    private static int Nearest(Box[] columns, Box word) =>
        Enumerable.Range(0, columns.Length).MinBy(index => Math.Abs(columns[index].Centre.X - word.Centre.X) - (columns[index].X1 < word.Centre.X && word.Centre.X < columns[index].X2 ? columns[index].Width : 0));

    private static Box Width(Box column, ImmutableArray<Box> row, int[] named, int index, double top, double bottom) =>
        Array.IndexOf(named, index) is var word and >= 0
            ? new(Math.Min(column.X1, row[word].X1), top, Math.Max(column.X2, row[word].X2), bottom)
            : new(column.X1, top, column.X2, bottom);
}
