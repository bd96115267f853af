using System.Collections.Immutable;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>In a table without rules a name that wraps makes a row of its own: such a row belongs to the one above.</summary>
internal static class WrappedRows
{
    /// <summary>The table with such rows' lines moved up; ruled tables stay as they are.</summary>
    public static ReadTable Join(ReadTable table, TableMeaning meaning)
    {
        if (table.Grid.IsRuled)
            return table;
        var cells = table.Cells;
        for (var row = table.Grid.Rows - 1; row > meaning.FirstRow; row--)
        {
            if (IsContinuation(cells, meaning, row))
                cells = MoveUp(cells, row);
        }

        return table with { Cells = cells };
    }

    private static bool IsContinuation(ImmutableArray<ReadCell> cells, TableMeaning meaning, int row)
    {
        var filled = cells.Where(cell => cell.Place.Row == row && !cell.IsEmpty).Select(cell => meaning.Columns[cell.Place.Column].Kind).ToArray();
        return filled.Length > 0 && filled.All(kind => kind is ColumnKind.Name or ColumnKind.Remark or ColumnKind.Usage)
            && cells.Any(cell => cell.Place.Row == row - 1 && !cell.IsEmpty && meaning.Columns[cell.Place.Column].Kind is not (ColumnKind.Name or ColumnKind.Remark or ColumnKind.Usage));
    }

    private static ImmutableArray<ReadCell> MoveUp(ImmutableArray<ReadCell> cells, int row) =>
        [.. cells.Select(cell =>
            cell.Place.Row == row ? new ReadCell(cell.Place, [], false)
            : cell.Place.Row == row - 1 ? new ReadCell(cell.Place, [.. cell.Lines, .. Below(cells, cell)], cell.IsDash)
            : cell)];

    private static ImmutableArray<Layout.TextLine> Below(ImmutableArray<ReadCell> cells, ReadCell cell) =>
        cells.FirstOrDefault(other => other.Place.Row == cell.Place.Row + 1 && other.Place.Column == cell.Place.Column)?.Lines ?? [];
}
