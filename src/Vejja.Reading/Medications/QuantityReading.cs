using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>A quantity with the words it was read from.</summary>
/// <param name="Value">Number and canonical unit, with confidence and source.</param>
/// <param name="Unit">The printed unit, if any.</param>
internal sealed record PrintedQuantity(Reading<Quantity> Value, PrintedTerm? Unit);

/// <summary>Quantities: <c>14 គ្រាប់</c>, <c>7 គ្រាប់ស្រោប</c>, <c>1 boîte</c>, <c>15</c> with the unit in a column of its own.</summary>
internal static class QuantityReading
{
    /// <summary>Reads a quantity cell; null where it holds no number.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="unitColumn">The cell of the unit column; null where there is none.</param>
    public static PrintedQuantity? Read(InkText text, InkText? unitColumn)
    {
        if (AmountReading.AtHead(text) is not { } amount || amount.Value <= 0)
            return null;
        var tail = TailReading.Read(amount.Rest);
        var unit = tail?.Unit;
        var (tailConfidence, source) = (tail?.Confidence ?? 0.6, text.Sources);
        if (unit is null && unitColumn is { IsBlank: false } && TailReading.Read(unitColumn) is { Unit: not null } other)
            (unit, tailConfidence, source) = (other.Unit, tailConfidence * other.Confidence, [.. source, .. unitColumn.Sources]);
        var value = new Quantity(amount.Value, unit?.Code ?? "");
        return new(new(value, text.Text.Replace('\n', ' ').Trim(), amount.Ink.Weakest * tailConfidence, source), unit);
    }
}
