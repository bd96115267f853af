using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>A part of a line's crop from one gap between words to another.</summary>
/// <param name="Image">The pixels.</param>
/// <param name="X1">Its left edge as a share of the line's crop.</param>
/// <param name="X2">Its right edge likewise.</param>
internal sealed record LinePart(PageImage Image, double X1, double X2)
{
    /// <summary>Grey levels by which paper differs from itself.</summary>
    private const int Grain = 24;

    /// <summary>Cuts out a stretch of a reading; a recogniser knows only roughly where a sign ends, so that the cut is made at the barest column between two words.</summary>
    public static LinePart Cut(PageImage crop, ImmutableArray<SymbolReading> symbols, DoubtfulStretch stretch)
    {
        var left = stretch.From == 0 ? 0 : Barest(crop, symbols[stretch.From - 1].X1, symbols[stretch.From].X1);
        var right = stretch.To == symbols.Length ? crop.Width : Barest(crop, symbols[stretch.To - 1].X2, symbols[stretch.To].X2);
        if (right - left < 2 || (left == 0 && right == crop.Width))
            return new(crop, 0, 1);
        var width = right - left;
        var pixels = new byte[3 * width * crop.Height];
        for (var y = 0; y < crop.Height; y++)
            crop.Rgb.AsSpan(3 * ((y * crop.Width) + left), 3 * width).CopyTo(pixels.AsSpan(3 * y * width));
        return new(new(width, crop.Height, pixels), (double)left / crop.Width, (double)right / crop.Width);
    }

    /// <summary>A reading of the part, placed in the line.</summary>
    public LineReading Placed(LineReading reading) => reading with
    {
        Symbols = [.. reading.Symbols.Select(symbol => symbol with { X1 = X1 + (symbol.X1 * (X2 - X1)), X2 = X1 + (symbol.X2 * (X2 - X1)) })],
    };

    /// <summary>The middle of the widest run of columns with the least ink between two places.</summary>
    private static int Barest(PageImage crop, double x1, double x2)
    {
        int from = Math.Clamp((int)(x1 * crop.Width), 0, crop.Width - 1), to = Math.Clamp((int)Math.Ceiling(x2 * crop.Width), from + 1, crop.Width);
        int[] darkest = [.. Enumerable.Range(from, to - from).Select(x => Enumerable.Range(0, crop.Height).Min(y => crop.Gray[(y * crop.Width) + x]))];
        var paper = darkest.Max() - Grain;
        var (best, widest) = ((to - from) / 2, 0);
        for (int i = 0, start = 0; i <= darkest.Length; i++)
        {
            if (i < darkest.Length && darkest[i] >= paper)
                continue;
            if (i - start > widest)
                (best, widest) = ((start + i) / 2, i - start);
            start = i + 1;
        }

        return from + best;
    }
}
