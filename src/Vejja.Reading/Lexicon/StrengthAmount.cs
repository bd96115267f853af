using System.Collections.Immutable;
using System.Globalization;

namespace Vejja.Reading.Lexicon;

/// <summary>One amount of a strength in comparable units.</summary>
/// <param name="Value">Micrograms for a mass, else the number as printed; above 0.</param>
/// <param name="Kind">mass, or the unit itself.</param>
/// <param name="Per">Millilitres, hours or doses below the stroke; null without a stroke.</param>
/// <param name="PerKind">The unit below the stroke; empty without one.</param>
internal sealed record StrengthAmount(decimal Value, string Kind, decimal? Per, string PerKind)
{
    /// <summary>The amounts of a strength in the contract's notation; empty where it is not in that notation.</summary>
    public static ImmutableArray<StrengthAmount> Parse(string strength)
    {
        var parts = strength.Split('+', StringSplitOptions.TrimEntries);
        var amounts = ImmutableArray.CreateBuilder<StrengthAmount>(parts.Length);
        foreach (var part in parts)
        {
            if (One(part) is not { } amount)
                return [];
            amounts.Add(amount);
        }

        return amounts.MoveToImmutable();
    }

    /// <summary>Amount for one unit below the stroke; the amount itself where there is none.</summary>
    public decimal Ratio => Per is { } per ? Value / per : Value;

    private static StrengthAmount? One(string text)
    {
        var stroke = text.IndexOf('/', StringComparison.Ordinal);
        var above = stroke < 0 ? text : text[..stroke];
        if (above.Length == 0 || !char.IsAsciiDigit(above.TrimStart().FirstOrDefault()) || Number(above) is not var (value, unit) || unit.Length == 0 || value <= 0)
            return null;
        var (scaled, kind) = Scale(value, unit);
        if (stroke < 0)
            return new StrengthAmount(scaled, kind, null, "");
        var below = text[(stroke + 1)..].Trim();
        if (Number(below) is not var (per, perUnit))
            return null;
        if (perUnit.Length == 0 || per <= 0)
            return null;
        return perUnit == "uL" ? new StrengthAmount(scaled, kind, per / 1000, "mL") : new StrengthAmount(scaled, kind, per, perUnit);
    }

    // "5 mL" is 5 and mL; "mL" alone is 1 and mL.
    private static (decimal Value, string Unit)? Number(string text)
    {
        var trimmed = text.Trim();
        var end = 0;
        while (end < trimmed.Length && (char.IsAsciiDigit(trimmed[end]) || trimmed[end] == '.'))
            end++;
        if (end == 0)
            return (1, trimmed);
        return decimal.TryParse(trimmed.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? (value, trimmed[end..].Trim())
            : null;
    }

    private static (decimal Value, string Kind) Scale(decimal value, string unit) => unit switch
    {
        "g" => (value * 1_000_000, "mass"),
        "mg" => (value * 1_000, "mass"),
        "ug" => (value, "mass"),
        "ng" => (value / 1_000, "mass"),
        _ => (value, unit),
    };
}
