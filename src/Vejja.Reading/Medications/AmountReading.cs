using System.Text.RegularExpressions;
using Vejja.Reading.Confidence;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>A number at the head of a text, with what follows it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Ink">Its signs.</param>
/// <param name="Rest">What follows.</param>
internal sealed record Amount(decimal Value, InkText Ink, InkText Rest);

/// <summary>Numbers of doses and quantities: <c>1</c>, <c>0,5</c>, <c>1/2</c>, <c>½</c>, <c>1 1/2</c>, <c>1½</c>, <c>កន្លះ</c>, <c>១</c>. A letter is never taken for a digit.</summary>
internal static partial class AmountReading
{
    private const string Half = "កន្លះ";

    /// <summary>The number at the head; null where the text begins with something else.</summary>
    public static Amount? AtHead(InkText text)
    {
        var trimmed = text.Trim();
        if (trimmed.Text.StartsWith(Half, StringComparison.Ordinal))
            return new(0.5m, trimmed.Slice(0, Half.Length), trimmed.Slice(Half.Length));
        var match = Pattern().Match(trimmed.Text);
        if (!match.Success)
            return null;
        var value = Value(match);
        return value is null ? null : new(value.Value, trimmed.Slice(0, match.Length), trimmed.Slice(match.Length));
    }

    private static decimal? Value(Match match)
    {
        var whole = match.Groups["whole"] is { Success: true } group ? Digits.Number(group.Value) : 0;
        decimal? part = match.Groups["vulgar"].Success ? Vulgar(match.Groups["vulgar"].Value)
            : !match.Groups["top"].Success ? 0
            : Digits.Number(match.Groups["bottom"].Value) is { } bottom && bottom > 0 ? Digits.Number(match.Groups["top"].Value) / bottom
            : null;
        return whole + part;
    }

    private static decimal Vulgar(string sign) => sign switch
    {
        "½" => 0.5m,
        "¼" => 0.25m,
        "¾" => 0.75m,
        "⅓" => 1m / 3,
        _ => 2m / 3,
    };

    [GeneratedRegex(@"^(?:(?<top>\d)/(?<bottom>[2348])(?!\d)|(?<whole>\d{1,4}(?:[.,]\d{1,3})?)?\s?(?<vulgar>[½¼¾⅓⅔])|(?<whole>\d)\s(?<top>[123])/(?<bottom>[234])(?!\d)|(?<whole>\d{1,4}(?:[.,]\d{1,3})?)(?![\d/.,]*\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
