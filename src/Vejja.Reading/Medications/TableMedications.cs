using System.Collections.Immutable;
using Vejja.Domain.Medications;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>Rows of medicine tables to medications.</summary>
internal static class TableMedications
{
    /// <summary>From so many rows without anything beside the name on, the table is a pre-printed list in which unmarked medicines are not prescribed.</summary>
    private const int PrePrintedRows = 3;

    /// <summary>Reads every medicine table of a document.</summary>
    /// <param name="tables">In reading order.</param>
    public static (ImmutableArray<Medication> Medications, ImmutableArray<TableMeaning> Meanings) Read(ImmutableArray<ReadTable> tables)
    {
        var medications = ImmutableArray.CreateBuilder<Medication>();
        var meanings = ImmutableArray.CreateBuilder<TableMeaning>();
        TableMeaning? before = null;
        foreach (var table in tables)
        {
            if ((HeaderReading.Read(table) ?? HeaderReading.Continue(table, before)) is not { } meaning)
                continue;
            meaning = WithNameColumn(table, meaning);
            meanings.Add(meaning);
            medications.AddRange(Rows(WrappedRows.Join(table, meaning), meaning).Select(RowReading.Read));
            before = meaning;
        }

        return (medications.ToImmutable(), meanings.ToImmutable());
    }

    private static IEnumerable<RowCells> Rows(ReadTable table, TableMeaning meaning)
    {
        var rows = Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow))
            .Where(row => NameCell(table, meaning, row) is not { } name || (name.Place.Row == row && !IsAcross(name, meaning)))
            .Select(row => new RowCells(table, meaning, row))
            .Where(row => !row.IsEmpty && (row.Text(ColumnKind.Name) is not null || row.Slots().Any(slot => slot.Cell is { IsEmpty: false })))
            .ToArray();
        var bare = rows.Count(row => row.IsBare);
        return bare >= PrePrintedRows && bare >= 0.4 * rows.Length ? rows.Where(row => !row.IsBare) : rows;
    }

    /// <summary>A cell over names and doses alike is a note, vitals or a total, not a medicine.</summary>
    private static bool IsAcross(ReadCell name, TableMeaning meaning) =>
        Enumerable.Range(name.Place.Column, name.Place.ColumnSpan).Any(column => meaning.Columns[column].Kind is ColumnKind.Slot or ColumnKind.Quantity or ColumnKind.Usage);

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
}
