using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>One row of a medicine table, its cells by their meaning.</summary>
internal sealed class RowCells(ReadTable table, TableMeaning meaning, int row)
{
    /// <summary>The first column of a kind with its cell; null where the table has no such column or the cell is missing.</summary>
    public ReadCell? Cell(ColumnKind kind)
    {
        for (var column = 0; column < meaning.Columns.Length; column++)
        {
            if (meaning.Columns[column].Kind == kind)
                return table.At(row, column);
        }

        return null;
    }

    /// <summary>The text of the first column of a kind; null for none or an empty cell.</summary>
    public InkText? Text(ColumnKind kind) => Cell(kind) is { IsEmpty: false, IsDash: false } cell ? cell.Text : null;

    /// <summary>Every cell with text under a kind.</summary>
    public IEnumerable<ReadCell> All(ColumnKind kind) =>
        Enumerable.Range(0, meaning.Columns.Length)
            .Where(column => meaning.Columns[column].Kind == kind)
            .Select(column => table.At(row, column))
            .Where(cell => cell is { IsEmpty: false, IsDash: false })
            .Select(cell => cell!);

    /// <summary>Every cell under a kind, whatever it holds.</summary>
    public IEnumerable<ReadCell> Under(ColumnKind kind) =>
        Enumerable.Range(0, meaning.Columns.Length).Where(column => meaning.Columns[column].Kind == kind).Select(column => table.At(row, column)).OfType<ReadCell>();

    /// <summary>The cells of the times of day with their columns, left to right.</summary>
    public IEnumerable<(ColumnMeaning Column, EventTiming Slot, ReadCell? Cell)> Slots() =>
        Enumerable.Range(0, meaning.Columns.Length)
            .Where(column => meaning.Columns[column].Slot is not null)
            .Select(column => (meaning.Columns[column], meaning.Columns[column].Slot!.Value, table.At(row, column)));

    /// <summary>Whether nothing is printed in the row beside its number and name.</summary>
    public bool IsBare => Enumerable.Range(0, meaning.Columns.Length)
        .Where(column => meaning.Columns[column].Kind is not (ColumnKind.Number or ColumnKind.Name or ColumnKind.Strength or ColumnKind.Form or ColumnKind.Unit))
        .All(column => table.At(row, column) is null or { IsEmpty: true });

    /// <summary>Whether the row holds no text at all.</summary>
    public bool IsEmpty => Enumerable.Range(0, meaning.Columns.Length).All(column => table.At(row, column) is null or { IsEmpty: true });

    /// <summary>The blocks of all its cells.</summary>
    public IEnumerable<string> Sources => Enumerable.Range(0, meaning.Columns.Length).SelectMany(column => table.At(row, column)?.Sources ?? []);

    /// <summary>Whether the cell's ink was marked.</summary>
    public static bool IsMarked(ReadCell? cell, LineMarks mark) => cell is not null && cell.Lines.Any(line => line.Marks.HasFlag(mark));
}
