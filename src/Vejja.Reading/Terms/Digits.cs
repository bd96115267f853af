using System.Globalization;

namespace Vejja.Reading.Terms;

/// <summary>Digits and numbers as sheets print them.</summary>
internal static class Digits
{
    /// <summary>A Khmer digit as its ASCII digit; any other sign unchanged. One sign stays one sign, so offsets hold.</summary>
    public static char Fold(char sign) => sign is >= '\u17E0' and <= '\u17E9' ? (char)('0' + (sign - '\u17E0')) : sign;

    /// <summary>Every Khmer digit folded; the length stays the same.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = Fold(source[i]);
    });

    /// <summary>A whole or decimal number with point or comma; null for anything else.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
