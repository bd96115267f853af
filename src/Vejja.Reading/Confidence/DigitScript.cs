using System.Collections.Immutable;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Confidence;

/// <summary>
/// Khmer and Arabic digits look alike (១ and 9, ០ and 0, ៣ and m): on a sheet that writes Khmer digits, an Arabic 9 may be a one. Such digits lose their
/// confidence instead of being corrected.
/// </summary>
internal static class DigitScript
{
    /// <summary>What is left of the confidence of a digit that may belong to the other script.</summary>
    private const double Doubtful = 0.55;

    /// <summary>A sheet writes Khmer digits from this share of all its digits on.</summary>
    private const double KhmerShare = 0.08;

    /// <summary>Lowers the digits of lines on which the scripts may have been confused.</summary>
    public static ImmutableArray<TextLine> Weigh(ImmutableArray<TextLine> lines)
    {
        int khmer = lines.Sum(line => line.Text.Count(IsKhmerDigit)), arabic = lines.Sum(line => line.Text.Count(char.IsAsciiDigit));
        var writesKhmer = khmer >= 2 && khmer >= KhmerShare * (khmer + arabic);
        return writesKhmer ? [.. lines.Select(line => line with { Reading = Weigh(line.Reading) })] : lines;
    }

    private static LineReading Weigh(LineReading reading)
    {
        var mixed = reading.Text.Any(IsKhmerDigit) && reading.Text.Any(char.IsAsciiDigit);
        return reading with
        {
            Symbols = [.. reading.Symbols.Select(symbol => IsDoubtful(symbol, mixed) ? symbol with { Confidence = Math.Min(symbol.Confidence, Doubtful) } : symbol)],
        };
    }

    private static bool IsDoubtful(SymbolReading symbol, bool mixed) =>
        symbol.Text.Any(sign => sign == '9' || (mixed && (char.IsAsciiDigit(sign) || IsKhmerDigit(sign))));

    private static bool IsKhmerDigit(char sign) => sign is >= '\u17E0' and <= '\u17E9';
}
