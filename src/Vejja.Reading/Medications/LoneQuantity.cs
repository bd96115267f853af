using System.Text.RegularExpressions;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>What is dispensed, in a place of its own: <c>Tamsulosin 0.4 mg  ចំនួន 30 កាប់ស៊ុល</c>, <c>Qty 15</c>, <c>x60</c> at the right margin, and the instruction beside or below.</summary>
internal static partial class LoneQuantity
{
    /// <summary><c>x10</c> alone might be days or times; quantity, dose and days together may still make it sure.</summary>
    private const double BareTimes = 0.78;

    /// <summary>Takes the quantity out of the text; null where no line of it is one, or where it is the only line.</summary>
    public static PrintedQuantity? Take(ref InkText rest)
    {
        var start = 0;
        var text = rest.Text;
        if (!text.Trim().Contains('\n', StringComparison.Ordinal))
            return null;
        foreach (var line in text.Split('\n'))
        {
            if (Read(rest.Slice(start, line.Length), start == 0) is { } quantity)
            {
                var length = line.Length;
                quantity = WithUnitBelow(quantity, rest, start + length, ref length);
                rest = rest.Without(start, length).Trim();
                return quantity;
            }

            start += line.Length + 1;
        }

        return null;
    }

    private static PrintedQuantity? Read(InkText line, bool isFirst)
    {
        if (Mark().Match(line.Text) is not { Success: true } mark)
            return null;
        var word = mark.Groups["word"].Value.Trim(' ', ':', '.');
        var value = line.Slice(mark.Length);
        if (AmountReading.AtHead(value) is not { } amount || TailReading.Read(amount.Rest) is not { Meal: null } tail)
            return null;
        if (QuantityReading.Read(value, null) is not { } quantity)
            return null;
        return word switch
        {
            "" => isFirst && tail.Unit is not null ? quantity : null,
            "#" => quantity,
            "x" or "X" or "×" => tail.Unit is not null ? quantity : quantity with { Value = quantity.Value with { Confidence = Math.Min(BareTimes, quantity.Value.Confidence) } },
            _ => HeaderReading.IsQuantity(word) ? quantity : null,
        };
    }

    /// <summary>A detector may part the unit from its number.</summary>
    private static PrintedQuantity WithUnitBelow(PrintedQuantity quantity, InkText rest, int end, ref int length)
    {
        if (quantity.Unit is not null || end >= rest.Text.Length)
            return quantity;
        var next = rest.Text.IndexOf('\n', end + 1) is var feed and >= 0 ? feed : rest.Text.Length;
        var below = rest.Slice(end + 1, next - end - 1);
        if (TailReading.Read(below) is not { Unit: { } unit, Meal: null } tail)
            return quantity;
        length = next - (end - length);
        var value = quantity.Value;
        return new(value with { Value = value.Value with { Unit = unit.Code }, Confidence = value.Confidence * tail.Confidence, Source = [.. value.Source.Union(below.Sources)] }, unit);
    }

    [GeneratedRegex(@"^\s*(?<word>[xX×#]|(?:[\p{L}\p{M}]+\.?\s*){0,2}):?\s*(?=[\d½])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
