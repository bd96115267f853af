using System.Collections.Immutable;
using Vejja.Reading.Layout;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>A table whose header says that it holds medicines.</summary>
/// <param name="Table">With the rows of wrapped names joined.</param>
/// <param name="Meaning">Its columns.</param>
/// <param name="Rows">Its medicines.</param>
internal sealed record MedicineTable(ReadTable Table, TableMeaning Meaning, ImmutableArray<RowCells> Rows);

/// <summary>
/// The tables of medicines of a document. A form often holds the patient and the signature in the same rules, and text may happen to stand in columns: what is no
/// header and no medicine's row is text like any other.
/// </summary>
/// <param name="Tables">In reading order.</param>
internal sealed record MedicineTables(ImmutableArray<MedicineTable> Tables)
{
    /// <summary>Finds them.</summary>
    public static MedicineTables Find(Sheet sheet)
    {
        var found = ImmutableArray.CreateBuilder<MedicineTable>();
        foreach (var table in sheet.Tables)
        {
            var before = found.Count > 0 ? found[^1].Meaning : null;
            if ((HeaderReading.Read(table) ?? HeaderReading.Continue(table, before)) is { } meaning)
                found.Add(TableMedications.Part(table, meaning));
        }

        return new(found.ToImmutable());
    }

    /// <summary>The lines of a document that are neither a header of medicines nor a medicine's row.</summary>
    public ImmutableArray<TextLine> Beside(ImmutableArray<TextLine> lines)
    {
        var taken = Tables.SelectMany(table => table.Rows.SelectMany(row => row.Sources).Concat(HeaderSources(table))).ToHashSet();
        return lines.RemoveAll(line => taken.Contains(line.Id));
    }

    private static IEnumerable<string> HeaderSources(MedicineTable table)
    {
        var named = table.Meaning.Columns.Select(column => column.Source).OfType<string>().ToHashSet();
        return table.Table.Cells.Where(cell => cell.Place.Row < table.Meaning.FirstRow && cell.Sources.Any(named.Contains)).SelectMany(cell => cell.Sources);
    }
}
