using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Confidence;

/// <summary>
/// A recogniser may leave a sign out and be sure of all others: <c>50mg</c> became <c>5mg</c>. Where digit-sized ink stands beside a digit and no sign was read on it,
/// its neighbours lose their confidence.
/// </summary>
internal static class DroppedSigns
{
    /// <summary>What is left of the confidence of a sign beside ink that was not read.</summary>
    private const double Doubtful = 0.5;

    /// <summary>Heights between which ink may be a digit, in heights of the line's digits.</summary>
    private const double Low = 0.6, High = 1.4;

    /// <summary>Widths between which ink may be a digit, likewise.</summary>
    private const double Narrow = 0.15, Wide = 1.1;

    private readonly record struct Placed(SymbolReading Symbol, int Index, double X1, double X2);

    /// <summary>The reading, less sure beside ink that none of its signs stands on.</summary>
    /// <param name="reading">Its signs know their places in the crop.</param>
    /// <param name="line">The line in page pixels.</param>
    /// <param name="margin">Pixels by which the crop was larger on each side.</param>
    /// <param name="ink">Ink of the page without rules.</param>
    public static LineReading Weigh(LineReading reading, Polygon line, double margin, ImmutableArray<InkComponent> ink)
    {
        if (!reading.Symbols.Any(IsDigit))
            return reading;
        var box = line.Bounds;
        var scale = box.Width + (2 * margin);
        Placed[] signs = [.. reading.Symbols.Select((symbol, index) => new Placed(symbol, index, box.X1 - margin + (symbol.X1 * scale), box.X1 - margin + (symbol.X2 * scale)))
            .Where(sign => !string.IsNullOrWhiteSpace(sign.Symbol.Text))];
        Box[] parts = [.. ink.Select(part => part.Box).Where(part => box.Contains(part.Centre))];
        if (DigitHeight(signs, parts) is not { } height)
            return reading;
        HashSet<int> doubtful =
        [
            .. parts.Where(part => IsDigitSized(part, height) && !signs.Any(sign => IsOn(sign, part)) && !parts.Any(other => other != part && IsAbove(part, other, height)))
                .SelectMany(part => Neighbours(part, signs)),
            .. CrowdedInk.Find([.. signs.Select(sign => new PlacedSign(sign.Symbol.Text, sign.Index, sign.X1, sign.X2))], parts, height),
        ];
        return doubtful.Count == 0 ? reading : reading with
        {
            Confidence = Math.Min(reading.Confidence, Doubtful),
            Symbols = [.. reading.Symbols.Select((symbol, index) => doubtful.Contains(index) ? symbol with { Confidence = Math.Min(symbol.Confidence, Doubtful) } : symbol)],
        };
    }

    private static double? DigitHeight(Placed[] signs, Box[] parts)
    {
        double[] heights = [.. signs.Where(sign => IsDigit(sign.Symbol)).SelectMany(sign => parts.Where(part => part.X1 - 1 <= Middle(sign) && Middle(sign) <= part.X2 + 1)).Select(part => part.Height).Order()];
        return heights.Length == 0 ? null : heights[heights.Length / 2];
    }

    /// <summary>Signs to both sides of the ink, where one is a digit; Khmer letters have parts of their own beside them, so they say nothing.</summary>
    private static IEnumerable<int> Neighbours(Box part, Placed[] signs)
    {
        var (left, right) = (Array.FindLastIndex(signs, sign => sign.X2 < part.X1), Array.FindIndex(signs, sign => sign.X1 > part.X2));
        Placed[] beside = [.. new[] { left, right }.Where(index => index >= 0).Select(index => signs[index])];
        return beside.Any(sign => IsDigit(sign.Symbol)) && !beside.Any(sign => sign.Symbol.Text.Any(Scripts.IsKhmerLetter)) ? beside.Select(sign => sign.Index) : [];
    }

    private static bool IsDigitSized(Box part, double height) =>
        part.Height >= Low * height && part.Height <= High * height && part.Width >= Narrow * height && part.Width <= Wide * height;

    private static bool IsOn(Placed sign, Box part) => sign.X2 >= part.X1 - 1 && sign.X1 <= part.X2 + 1;

    /// <summary>Another part at the same place: the stem of an i, half of a broken sign.</summary>
    private static bool IsAbove(Box part, Box other, double height) => other.X1 < part.X2 - 1 && other.X2 > part.X1 + 1 && other.Height >= 0.5 * height;

    private static bool IsDigit(SymbolReading symbol) => symbol.Text.Length > 0 && char.IsDigit(symbol.Text[0]);

    private static double Middle(Placed sign) => (sign.X1 + sign.X2) / 2;
}
