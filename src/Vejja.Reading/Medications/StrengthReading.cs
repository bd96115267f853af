using System.Globalization;
using System.Text.RegularExpressions;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>A strength in a text.</summary>
/// <param name="Value">In the contract's notation.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many signs it has.</param>
internal readonly record struct StrengthMatch(string Value, int Start, int Length);

/// <summary>
/// Strengths: <c>500mg</c>, <c>500 mg/125 mg</c>, <c>500/125 mg</c>, <c>250mg/5ml</c>, <c>0,05 %</c>, <c>100 µg/dose</c>, <c>1 M UI</c>. Numbers stand as printed: only
/// the decimal sign is made a point.
/// </summary>
internal static partial class StrengthReading
{
    /// <summary>The first strength of a text; null for none, and for the second half of a combination whose first was not read.</summary>
    public static StrengthMatch? Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (IsHalf(text, match))
                return null;
            if (Value(match) is { } value)
                return new(value, match.Index, match.Length);
        }

        return null;
    }

    /// <summary>Whether a number is left that may be a strength whose unit is misread or missing, <c>500rng</c>, or <c>10៣០</c>, whose unit became digits.</summary>
    public static bool HasBroken(string text) => Broken().IsMatch(text) || Pattern().Matches(text).Any(match => IsHalf(text, match));

    /// <summary>Whether a second number follows a strength, whose unit was not read.</summary>
    public static bool HasHalfBehind(string behind) => HalfBehind().IsMatch(behind);

    private static bool IsHalf(string text, Match match) => HalfBefore().IsMatch(text[..match.Index]);

    private static string? Value(Match match)
    {
        var amounts = match.Groups["n"].Captures;
        var units = match.Groups["u"].Captures;
        // Nothing is made of nothing: a lost decimal.
        if (amounts.Any(amount => Digits.Number(amount.Value) is null or 0))
            return null;
        var last = Ucum(units[^1].Value);
        var parts = new List<string>();
        for (var i = 0; i < amounts.Count; i++)
        {
            // 500/125 mg: the unit stands once, after the last number.
            var unit = units.Cast<Capture>().FirstOrDefault(unit => unit.Index > amounts[i].Index && (i + 1 == amounts.Count || unit.Index < amounts[i + 1].Index));
            parts.Add($"{Plain(amounts[i].Value)} {(unit is null ? last : Ucum(unit.Value))}");
        }

        var per = match.Groups["pu"];
        if (!per.Success)
            return string.Join(" + ", parts);
        var volume = match.Groups["pn"] is { Success: true } number && number.Value != "1" ? $"{Plain(number.Value)} " : "";
        return $"{string.Join(" + ", parts)}/{volume}{Per(per.Value)}";
    }

    private static string Plain(string number) => Digits.Number(number)?.ToString(CultureInfo.InvariantCulture) ?? number;

    private static string Ucum(string unit) => unit.ToLowerInvariant() switch
    {
        "µg" or "μg" or "ug" or "mcg" => "ug",
        "ui" or "iu" => "[iU]",
        "ml" => "mL",
        "l" => "L",
        "meq" => "meq",
        "mmol" => "mmol",
        "g" or "gr" => "g",
        "kg" => "kg",
        "mg" => "mg",
        var other => other,
    };

    private static string Per(string unit) => unit.ToLowerInvariant() switch
    {
        "ml" => "mL",
        "l" => "L",
        "h" or "hr" => "h",
        "dose" or "doses" => "{dose}",
        "bouffée" or "puff" => "{puff}",
        "j" or "jour" or "day" => "d",
        var other => Ucum(other),
    };

    [GeneratedRegex(@"(?:\d|mg|mcg|µg|μg|ug|g|ml|UI|IU|%)\s*[/+]\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HalfBefore();

    [GeneratedRegex(@"^\s*[+/]\s*\d", RegexOptions.CultureInvariant)]
    private static partial Regex HalfBehind();

    [GeneratedRegex(
        @"(?<![\d.,])(?<!(?<!\p{L}{3})\p{L})(?<n>\d+(?:[.,]\d+)?)\s*(?<u>mg|mcg|µg|μg|ug|gr?|ml|UI|IU|meq|mmol|%)?"
        + @"(?:\s*[/+]\s*(?<n>\d+(?:[.,]\d+)?)\s*(?<u>mg|mcg|µg|μg|ug|g|UI|IU|meq|mmol|%))*(?<=(?:mg|mcg|µg|μg|ug|gr?|ml|UI|IU|meq|mmol|%))"
        + @"(?:\s*/\s*(?<pn>\d+(?:[.,]\d+)?)?\s*(?<pu>ml|l|doses?|hr?|bouffée|puff|jour|j|day)(?![\p{L}]))?(?![\p{L}\d])",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"(?<![\p{L}])\d{1,4}(?:[.,]\d+)?\s?[^\s\d/.,)]{1,4}(?:\s|$)|\s\d{2,5}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Broken();
}
