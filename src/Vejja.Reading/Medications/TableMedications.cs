using System.Collections.Immutable;
using Vejja.Domain.Medications;
using Vejja.Reading.Fields;
using Vejja.Reading.Lexicon;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>Rows of medicine tables to medications.</summary>
internal static class TableMedications
{
    /// <summary>From so many rows without anything beside the name on, the table is a pre-printed list in which unmarked medicines are not prescribed.</summary>
    private const int PrePrintedRows = 3;

    /// <summary>Signs of the longest lone dose, such as "1 ½" or "0.25"; a date is longer.</summary>
    private const int LongestDose = 4;

    /// <summary>Every medicine of the tables, in reading order.</summary>
    public static ImmutableArray<Medication> Read(MedicineTables tables) => [.. tables.Tables.SelectMany(table => LostUnits.Weigh([.. table.Rows.Select(RowReading.Read)]))];

    /// <summary>Parts a table into its medicines.</summary>
    public static MedicineTable Part(ReadTable table, TableMeaning meaning)
    {
        meaning = SlotDoubt.Weigh(table, WithUsageColumns(table, WithNameColumn(table, meaning)));
        table = WrappedRows.Join(table, meaning);
        return new(table, meaning, [.. Rows(table, meaning)]);
    }

    private static IEnumerable<RowCells> Rows(ReadTable table, TableMeaning meaning)
    {
        var rows = Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow))
            .Where(row => NameCell(table, meaning, row) is not { } name || (name.Place.Row == row && !IsAcross(name, meaning)))
            .Where(row => !IsHeaderAgain(table, meaning, row))
            .Select(row => new RowCells(table, meaning, row))
            .Where(row => row.Cell(ColumnKind.Name) is not { } name || !IsLabel(name) || HasDose(row))
            .Where(row => !row.IsEmpty && (row.Text(ColumnKind.Name) is not null || row.Slots().Any(slot => slot.Cell is { IsEmpty: false })))
            .ToArray();
        var bare = rows.Count(row => row.IsBare);
        return bare >= PrePrintedRows && bare >= 0.4 * rows.Length ? rows.Where(row => !row.IsBare) : rows;
    }

    /// <summary>A header printed again, over a second part of the table or on its second page.</summary>
    private static bool IsHeaderAgain(ReadTable table, TableMeaning meaning, int row) =>
        meaning.Columns.Where((column, index) => column.Kind is not ColumnKind.Unknown && table.At(row, index) is { IsEmpty: false } cell
            && HeaderReading.Kind(cell.Text.Text) == (column.Kind, column.Slot)).Count() >= 2;

    /// <summary>A cell over names and doses alike is a note, vitals or a total, not a medicine.</summary>
    private static bool IsAcross(ReadCell name, TableMeaning meaning) =>
        Enumerable.Range(name.Place.Column, name.Place.ColumnSpan).Any(column => meaning.Columns[column].Kind is ColumnKind.Slot or ColumnKind.Quantity or ColumnKind.Usage);

    /// <summary>"Next visit:", "Doctor:" and their like stand below the medicines, often in the same columns.</summary>
    private static bool IsLabel(ReadCell name) =>
        LabelFinding.Find(name.Text) is [{ Start: 0 }, ..] && MedicineLexicon.Default.Locate(name.Text.Text) is not { Match.Kind: NameMatchKind.Exact };

    /// <summary>Beside a dose stands a name, even where it was read as a label.</summary>
    private static bool HasDose(RowCells row) =>
        row.Slots().Any(slot => slot.Cell is { IsEmpty: false, Text.Text: { Length: <= LongestDose } text } && text.Any(char.IsDigit));

    private static ReadCell? NameCell(ReadTable table, TableMeaning meaning, int row) =>
        meaning.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.Kind is ColumnKind.Name)
            .Select(pair => table.At(row, pair.index)).FirstOrDefault();

    /// <summary>Where no header says "name", the column with most letters holds the names: by its look, so not surely.</summary>
    private static TableMeaning WithNameColumn(ReadTable table, TableMeaning meaning)
    {
        if (meaning.Columns.Any(column => column.Kind is ColumnKind.Name))
            return meaning;
        var open = Enumerable.Range(0, meaning.Columns.Length).Where(index => meaning.Columns[index].Kind is ColumnKind.Unknown).ToArray();
        if (open.Length == 0)
            return meaning;
        var best = open.MaxBy(index => Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow))
            .Sum(row => table.At(row, index)?.Text.Text.Count(char.IsAsciiLetter) ?? 0));
        return meaning with { Columns = meaning.Columns.SetItem(best, meaning.Columns[best] with { Kind = ColumnKind.Name, Confidence = 0.85 }) };
    }

    /// <summary>Under a header that could not be read, cells that say before or after a meal, or by which way, tell by themselves how to use the medicine.</summary>
    private static TableMeaning WithUsageColumns(ReadTable table, TableMeaning meaning) => meaning with
    {
        Columns = [.. meaning.Columns.Select((column, index) => IsOpen(column) && SaysUsage(table, meaning, index) ? column with { Kind = ColumnKind.Usage, Slot = null } : column)],
    };

    private static bool IsOpen(ColumnMeaning column) => column.Kind is ColumnKind.Unknown || column is { Kind: ColumnKind.Slot, Confidence: <= HeaderReading.ByPlace };

    private static bool SaysUsage(ReadTable table, TableMeaning meaning, int column)
    {
        ReadCell[] cells = [.. Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow))
            .Select(row => table.At(row, column)).OfType<ReadCell>().Where(cell => cell.Text.Text.Any(char.IsLetter))];
        return cells.Length > 0 && 2 * cells.Count(cell => UsageReading.IsRouteOrMeal(cell.Text)) >= cells.Length;
    }
}
