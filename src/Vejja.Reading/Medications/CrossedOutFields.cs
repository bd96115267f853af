using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Layout;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Medications;

/// <summary>What a pen crossed out, field by field, whether it could still be read or not: nothing may be scheduled from it until a person decides.</summary>
internal static class CrossedOutFields
{
    private static readonly ImmutableArray<(ColumnKind Kind, string Field)> Columns =
    [
        (ColumnKind.Number, "name"), (ColumnKind.Name, "name"), (ColumnKind.Strength, "strength"), (ColumnKind.Form, "strength"), (ColumnKind.Quantity, "quantity"),
        (ColumnKind.Unit, "quantity"), (ColumnKind.Days, "duration"), (ColumnKind.Usage, "dose"), (ColumnKind.Remark, "dose"), (ColumnKind.Dose, "dose"), (ColumnKind.PerDay, "dose"),
        (ColumnKind.Slot, "dose"),
    ];

    /// <summary>A flag for each field of a table's row one of whose cells is crossed out.</summary>
    public static IEnumerable<Flag> OfRow(RowCells cells) =>
        Columns.Where(column => cells.Under(column.Kind).Any(cell => RowCells.IsMarked(cell, LineMarks.CrossedOut)))
            .Select(column => column.Field).Distinct().Select(field => Raise.Flag(FlagCodes.CrossedOut, field));

    /// <summary>A flag for each field that rests on a crossed-out line; on the name or the dose where nothing was read from it.</summary>
    public static IEnumerable<Flag> OfLines(Medication medication, ImmutableArray<TextLine> lines)
    {
        ImmutableArray<TextLine> struck = [.. lines.Where(line => line.Marks.HasFlag(LineMarks.CrossedOut))];
        (string Field, IEnumerable<string>? Source)[] fields =
        [
            ("name", medication.Name?.Source), ("strength", medication.Strength?.Source), ("quantity", medication.Quantity?.Source),
            ("dose", medication.DosageEvidence?.Source), ("duration", medication.Duration?.Source),
        ];
        foreach (var line in struck)
        {
            var resting = fields.Where(field => field.Source?.Contains(line.Id) == true).Select(field => field.Field).ToArray();
            foreach (var field in resting.Length > 0 ? resting : [line.Id == lines[0].Id ? "name" : "dose"])
                yield return Raise.Flag(FlagCodes.CrossedOut, field);
        }
    }
}
