using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Medications;

/// <summary>What one row's time-of-day cells say.</summary>
/// <param name="Doses">The doses, in the order of the day.</param>
/// <param name="Confidence">Probability that all of them, and the absent ones, are right.</param>
/// <param name="Source">The blocks of every cell with ink.</param>
/// <param name="Flags">Doubts.</param>
internal sealed record DoseRow(ImmutableArray<SlotDose> Doses, double Confidence, ImmutableArray<string> Source, ImmutableArray<Flag> Flags)
{
    /// <summary>The dose of a day.</summary>
    public decimal Daily => Doses.Sum(dose => dose.Amount);
}

/// <summary>Reads the time-of-day cells of a row; a bare number takes its unit from the row's other cells or from the quantity.</summary>
internal static class DoseRowReading
{
    /// <summary>How sure a bare number can be whose unit stands in a cell that was not read.</summary>
    private const double OpenUnit = 0.75;

    /// <summary>Reads the cells.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="quantity">The row's quantity; null for none.</param>
    /// <param name="form">The form printed beside the name; null for none.</param>
    /// <param name="mealOfRow">A meal that a remark names for all doses; null for none.</param>
    public static DoseRow Read(RowCells cells, PrintedQuantity? quantity, Reading<string>? form, EventTiming? mealOfRow)
    {
        var slots = cells.Slots().Select(slot => (slot.Column, slot.Slot, slot.Cell, Dose: DoseCellReading.Read(slot.Cell))).ToArray();
        var flags = ImmutableArray<Flag>.Empty;
        foreach (var slot in slots)
        {
            if (slot.Dose.State is DoseState.Unread)
                flags = flags.With(Doubts.Illegible("dose"));
            if (RowCells.IsMarked(slot.Cell, LineMarks.Coloured))
                flags = flags.With(Doubts.Handwriting("dose"));
        }

        var (unit, borrowed) = UnitOf(slots.Select(slot => slot.Dose), quantity, form);
        var doses = slots.Where(slot => slot.Dose.State is DoseState.Dose)
            .Select(slot => new SlotDose(slot.Slot, slot.Dose.Amount, slot.Dose.Unit?.Code ?? unit, slot.Dose.Meal ?? mealOfRow, Words(slot.Column, slot.Dose)))
            .ToImmutableArray();
        var confidence = Belief.All(slots.Select(slot => slot.Dose.Confidence * Marked(slot.Cell)))
            * slots.Where(slot => slot.Dose.State is not DoseState.None).Select(slot => slot.Column.Confidence).DefaultIfEmpty(1).Min();
        if (doses.Any(dose => dose.Unit.Length == 0) && MayNameUnit(cells, quantity))
            confidence = Math.Min(confidence, OpenUnit);
        return new(doses, confidence, [.. slots.SelectMany(slot => slot.Dose.Source).Union(borrowed)], flags);
    }

    /// <summary>A bare number's unit: that of a sibling cell, of the quantity, or the form.</summary>
    private static (string Unit, ImmutableArray<string> Source) UnitOf(IEnumerable<DoseCell> cells, PrintedQuantity? quantity, Reading<string>? form)
    {
        var dosed = cells.Where(cell => cell.State is DoseState.Dose).ToArray();
        if (dosed.All(cell => cell.Unit is not null))
            return ("", []);
        if (dosed.FirstOrDefault(cell => cell.Unit is not null) is { } sibling)
            return (sibling.Unit!.Code, sibling.Source);
        return BareUnit.Of(quantity?.Value, form) ?? ("", []);
    }

    /// <summary>Whether a cell beside the doses may say what they count, and was not understood: a quantity without its unit, or a column whose header was not read.</summary>
    private static bool MayNameUnit(RowCells cells, PrintedQuantity? quantity) =>
        quantity?.Unit is null && (cells.Cell(ColumnKind.Quantity) is { IsEmpty: false } counted && (quantity is null || counted.Text.Text.Any(char.IsLetter))
            || cells.All(ColumnKind.Unit).Any() || cells.All(ColumnKind.Unknown).Any(cell => cell.Text.Text.Any(char.IsLetterOrDigit)));

    private static double Marked(Tables.ReadCell? cell) =>
        RowCells.IsMarked(cell, LineMarks.Coloured) ? 0.5 : RowCells.IsMarked(cell, LineMarks.UnreadInkBeside) ? 0.7 : 1;

    private static string Words(ColumnMeaning column, DoseCell dose) => column.Header.Length == 0 ? dose.Text : $"{column.Header}: {dose.Text}";
}
