using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Medications;
using Vejja.Reading.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>Amounts whose number and unit are printed in the very words.</summary>
internal static class Amounts
{
    private const decimal MostCounted = 10_000;
    private const decimal MostDays = 3660;

    /// <summary>A quantity: a number at the head of the words, its unit behind it.</summary>
    public static Verdict Quantity(string text, string? unit)
    {
        if (AmountReading.AtHead(Line(text)) is not { } amount)
            return Verdict.No("not-a-number");
        if (amount.Value <= 0 || amount.Value > MostCounted)
            return Verdict.No("range");
        var printed = TailReading.Read(amount.Rest);
        if (printed is null || (printed.Unit?.Code ?? "") != (unit ?? ""))
            return Verdict.No("unit-not-printed");
        return new(Text(new Quantity(amount.Value, unit ?? "")), unit is null ? "number-printed" : "number-and-unit-printed", unit is null ? 0.7 : 0.85);
    }

    /// <summary>Days: the column's header or a word behind the number says that they are days.</summary>
    public static Verdict Duration(Question question, ImmutableArray<PageWord> words, string text)
    {
        if (AmountReading.AtHead(Line(text)) is not { } amount)
            return Verdict.No("not-a-number");
        if (amount.Value < 1 || amount.Value > MostDays || amount.Value != decimal.Truncate(amount.Value))
            return Verdict.No("range");
        var rest = amount.Rest.Text.Trim();
        var inDays = Columns.KindOver(question, words[0]) is ColumnKind.Days || rest is "ថ្ងៃ" or "jours" or "jour" or "j" or "days" or "day";
        if (!inDays || rest is not ("" or "ថ្ងៃ" or "jours" or "jour" or "j" or "days" or "day" or "d"))
            return Verdict.No("unit-not-printed");
        return new(Text(new Quantity(amount.Value, "d")), "number-printed", 0.85);
    }

    /// <summary>Number and unit, as a suggestion shows them.</summary>
    public static string? Text(Quantity? quantity) =>
        quantity is null ? null : string.Create(CultureInfo.InvariantCulture, $"{quantity.Value:0.####} {quantity.Unit}").TrimEnd();

    /// <summary>Words as ink of no doubt of its own: the suggestion's confidence is counted apart.</summary>
    public static Reading.Confidence.InkText Line(string text) => Reading.Confidence.InkText.Of([("", new Reading.Pages.LineReading(text, 1, [], "words"))]);
}
