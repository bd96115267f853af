using System.Collections.Immutable;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>In a table without rules a name that wraps makes a row of its own: such a row belongs to the one above. So do, where the paper leans, the last cells of a row: they belong to the row whose ink stands at their height.</summary>
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
                cells = Move(cells, row, row - 1);
        }

        for (var row = meaning.FirstRow; row < table.Grid.Rows; row++)
        {
            if (new[] { row + 1, row - 1 }.FirstOrDefault(other => IsRestOf(cells, meaning, row, other), -1) is var whole and >= 0)
                cells = Move(cells, row, whole);
        }

        return table with { Cells = cells };
    }

    private static bool IsContinuation(ImmutableArray<ReadCell> cells, TableMeaning meaning, int row)
    {
        var filled = cells.Where(cell => cell.Place.Row == row && !cell.IsEmpty).Select(cell => meaning.Columns[cell.Place.Column].Kind).ToArray();
        return filled.Length > 0 && filled.All(kind => kind is ColumnKind.Name or ColumnKind.Remark or ColumnKind.Usage)
            && cells.Any(cell => cell.Place.Row == row - 1 && !cell.IsEmpty && meaning.Columns[cell.Place.Column].Kind is not (ColumnKind.Name or ColumnKind.Remark or ColumnKind.Usage));
    }

    /// <summary>Whether a row without a name fills only columns that stand empty in the named row beside it, at the height of whose ink it stands.</summary>
    private static bool IsRestOf(ImmutableArray<ReadCell> cells, TableMeaning meaning, int row, int other)
    {
        ReadCell[] rest = [.. Filled(cells, row)], whole = [.. Filled(cells, other)];
        return other >= meaning.FirstRow && rest.Length > 0 && !rest.Any(IsName) && whole.Any(IsName)
            && !rest.Any(cell => whole.Any(taken => taken.Place.Column == cell.Place.Column))
            && rest.SelectMany(cell => cell.Lines).Any(line => whole.SelectMany(cell => cell.Lines).Any(near => Math.Min(line.Box.Y2, near.Box.Y2) > Math.Max(line.Box.Y1, near.Box.Y1)));

        bool IsName(ReadCell cell) => meaning.Columns[cell.Place.Column].Kind is ColumnKind.Name;
    }

    private static IEnumerable<ReadCell> Filled(ImmutableArray<ReadCell> cells, int row) => cells.Where(cell => cell.Place.Row == row && !cell.IsEmpty);

    /// <summary>The lines of one row behind those of another, column by column.</summary>
    private static ImmutableArray<ReadCell> Move(ImmutableArray<ReadCell> cells, int row, int other) =>
        [.. cells.Select(cell =>
            cell.Place.Row == row ? new ReadCell(cell.Place, [], false)
            : cell.Place.Row == other && cells.FirstOrDefault(moved => moved.Place.Row == row && moved.Place.Column == cell.Place.Column) is { } rest
                ? new ReadCell(cell.Place, [.. cell.Lines, .. rest.Lines], cell.IsDash || (cell.Lines.IsEmpty && rest.IsDash))
            : cell)];
}
