using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>What is dispensed, behind the name and above the instruction: <c>Tamsulosin 0.4 mg  ចំនួន 30 កាប់ស៊ុល</c>, then the instruction on the next line.</summary>
internal static class LeadingQuantity
{
    /// <summary>Takes the quantity off the head of the text; null where the first line is something else, or the only one.</summary>
    public static PrintedQuantity? Take(ref InkText rest)
    {
        var end = rest.Text.IndexOf('\n', StringComparison.Ordinal);
        if (end <= 0)
            return null;
        var line = rest.Slice(0, end);
        var digit = line.Text.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (digit < 0 || (digit > 0 && !HeaderReading.IsQuantity(line.Text[..digit])))
            return null;
        var value = line.Slice(digit);
        if (AmountReading.AtHead(value) is not { } amount || TailReading.Read(amount.Rest) is not { Unit: not null, Meal: null })
            return null;
        rest = rest.Slice(end).Trim();
        return QuantityReading.Read(value, null);
    }
}
