using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Positions with no rule between them are one cell; a cell is always a rectangle of positions.</summary>
internal static class CellMerging
{
    /// <summary>A side whose rule was found over less than this share of it is looked at in the ink.</summary>
    private const double RuledShare = 0.5;

    /// <summary>A side whose own ink runs over at least this share of it is a rule after all; text on it covers less.</summary>
    private const double InkedShare = 0.75;

    /// <summary>Cells row by row.</summary>
    public static ImmutableArray<GridCell> Merge(Lattice lattice, InkMap ink)
    {
        var (rows, columns) = (lattice.Horizontal.Length - 1, lattice.Vertical.Length - 1);
        var cells = new List<(int Row, int Column, int RowSpan, int ColumnSpan)>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                cells.Add((row, column, 1, 1));
        }

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (column + 1 < columns && !HasRightSide(lattice, ink, row, column))
                    Join(cells, (row, column), (row, column + 1));
                if (row + 1 < rows && !HasBottomSide(lattice, ink, row, column))
                    Join(cells, (row, column), (row + 1, column));
            }
        }

        return [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)
            .Select(cell => new GridCell(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan,
                lattice.Inside(cell.Row, cell.Column, cell.RowSpan, cell.ColumnSpan)))];
    }

    private static bool HasRightSide(Lattice lattice, InkMap ink, int row, int column) =>
        HasRule(lattice.Vertical[column + 1], lattice.Corner(row, column + 1).Y, lattice.Corner(row + 1, column + 1).Y,
            (along, across) => ink.IsInk(across, along));

    private static bool HasBottomSide(Lattice lattice, InkMap ink, int row, int column) =>
        HasRule(lattice.Horizontal[row + 1], lattice.Corner(row + 1, column).X, lattice.Corner(row + 1, column + 1).X, ink.IsInk);

    private static bool HasRule(RuleChain chain, double from, double to, Func<int, int, bool> isInk)
    {
        if (chain.Coverage(from, to) >= RuledShare)
            return true;
        var (steps, inked) = (0, 0);
        for (var along = (int)from + 2; along < (int)to - 1; along++, steps++)
        {
            var across = (int)Math.Round(chain.At(along));
            if (isInk(along, across - 1) || isInk(along, across) || isInk(along, across + 1))
                inked++;
        }

        return steps > 0 && inked >= InkedShare * steps;
    }

    private static void Join(List<(int Row, int Column, int RowSpan, int ColumnSpan)> cells, (int Row, int Column) a, (int Row, int Column) b)
    {
        var (first, second) = (Holder(cells, a), Holder(cells, b));
        if (first == second)
            return;
        var joined = Around(first, second);
        for (var overlapping = Others(); overlapping.Length > 0; overlapping = Others())
            joined = overlapping.Aggregate(joined, Around);
        cells.RemoveAll(cell => Overlap(cell, joined));
        cells.Add(joined);

        // A cell that reaches out of the joined rectangle makes it grow until it is a rectangle of whole cells.
        (int Row, int Column, int RowSpan, int ColumnSpan)[] Others() =>
            [.. cells.Where(cell => Overlap(cell, joined) && Around(cell, joined) != joined)];
    }

    private static (int Row, int Column, int RowSpan, int ColumnSpan) Holder(
        List<(int Row, int Column, int RowSpan, int ColumnSpan)> cells, (int Row, int Column) position) =>
        cells.First(cell => Overlap(cell, (position.Row, position.Column, 1, 1)));

    private static bool Overlap((int Row, int Column, int RowSpan, int ColumnSpan) a, (int Row, int Column, int RowSpan, int ColumnSpan) b) =>
        a.Row < b.Row + b.RowSpan && b.Row < a.Row + a.RowSpan && a.Column < b.Column + b.ColumnSpan && b.Column < a.Column + a.ColumnSpan;

    private static (int Row, int Column, int RowSpan, int ColumnSpan) Around(
        (int Row, int Column, int RowSpan, int ColumnSpan) a, (int Row, int Column, int RowSpan, int ColumnSpan) b)
    {
        var (row, column) = (Math.Min(a.Row, b.Row), Math.Min(a.Column, b.Column));
        return (row, column, Math.Max(a.Row + a.RowSpan, b.Row + b.RowSpan) - row, Math.Max(a.Column + a.ColumnSpan, b.Column + b.ColumnSpan) - column);
    }
}
