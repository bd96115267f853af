using System.Globalization;

namespace Vejja.Bench.Wording;

/// <summary>How a sheet writes its numbers.</summary>
/// <param name="IsKhmer">Khmer digits instead of Arabic ones.</param>
/// <param name="Fraction">How a half is written: <c>½</c>, <c>1/2</c>, <c>0.5</c> or <c>0,5</c>.</param>
internal sealed record Numerals(bool IsKhmer, string Fraction)
{
    /// <summary>Arabic digits, decimal point.</summary>
    public static Numerals Plain { get; } = new(false, "0.5");

    /// <summary>An amount as a person writes it.</summary>
    public string Of(decimal amount)
    {
        var whole = decimal.Truncate(amount);
        var text = amount == whole || Fraction == "0.5" ? amount.ToString("0.###", CultureInfo.InvariantCulture)
            : Fraction == "0,5" ? amount.ToString("0.###", CultureInfo.InvariantCulture).Replace('.', ',')
            : whole == 0 ? Fraction
            : Fraction == "½" ? whole.ToString(CultureInfo.InvariantCulture) + "½"
            : whole.ToString(CultureInfo.InvariantCulture) + " " + Fraction;
        return Shape(text);
    }

    /// <summary>Gives the digits of a text the sheet's shape.</summary>
    public string Shape(string text) =>
        IsKhmer ? string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)('០' + (sign - '0')) : sign)) : text;
}
