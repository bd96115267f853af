using System.Collections.Immutable;
using Vejja.Bench.Browser;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Rendering;

/// <summary>
/// Where the ink of each word really ends. The browser tells the bounds of a font's control points, which lie up to five pixels outside of curved
/// strokes, as Khmer and slanted faces have them; a picture of the text alone, without rules, stamps and colours, tells the ink.
/// </summary>
internal static class InkBounds
{
    /// <summary>Darker than this is ink.</summary>
    private const byte Ink = 170;

    /// <summary>The page with every word's box, and with it every line's, drawn close to its ink.</summary>
    /// <param name="page">As the browser says.</param>
    /// <param name="text">The picture of its text alone, black on white.</param>
    /// <param name="scale">Pixels of the picture per CSS pixel.</param>
    public static RenderedPage Tighten(RenderedPage page, PageImage text, double scale) =>
        page with { Lines = [.. page.Lines.Select(line => Tighten(line, text, scale))] };

    private static RenderedLine Tighten(RenderedLine line, PageImage text, double scale)
    {
        var words = line.Words.Select((word, index) =>
        {
            // Neighbours on the line keep their own ink: overlapping boxes meet half-way.
            double left = index > 0 ? (line.Words[index - 1].Box.X2 + word.Box.X1) / 2 : double.NegativeInfinity;
            double right = index + 1 < line.Words.Length ? (word.Box.X2 + line.Words[index + 1].Box.X1) / 2 : double.PositiveInfinity;
            return word with { Box = Tighten(word.Box, left, right, text, scale) };
        }).ToImmutableArray();
        return line with { Words = words, Box = words.Select(word => word.Box).Aggregate((a, b) => new(Math.Min(a.X1, b.X1), Math.Min(a.Y1, b.Y1), Math.Max(a.X2, b.X2), Math.Max(a.Y2, b.Y2))) };
    }

    private static RenderedBox Tighten(RenderedBox box, double least, double most, PageImage text, double scale)
    {
        int Pixel(double css, int limit) => (int)Math.Clamp(css * scale, 0, limit);
        int left = Pixel(Math.Max(box.X1, least) - 0.5, text.Width), right = Pixel(Math.Min(box.X2, most) + 1, text.Width);
        int top = Pixel(box.Y1 - 0.5, text.Height), bottom = Pixel(box.Y2 + 1, text.Height);
        var foreign = Foreign(text, left, top, right, bottom);
        var ink = Enumerable.Range(top, Math.Max(0, bottom - top)).Sum(y => text.Gray.AsSpan((y * text.Width) + left, Math.Max(0, right - left)).ToArray().Count(value => value < Ink));
        // A word that itself reaches beyond its box is no neighbour.
        if (foreign.Count > ink / 2)
            foreign.Clear();
        int x1 = int.MaxValue, y1 = int.MaxValue, x2 = int.MinValue, y2 = int.MinValue;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                if (text.Gray[(y * text.Width) + x] < Ink && !foreign.Contains((x, y)))
                    (x1, y1, x2, y2) = (Math.Min(x1, x), Math.Min(y1, y), Math.Max(x2, x + 1), Math.Max(y2, y + 1));
            }
        }

        return x1 == int.MaxValue ? box : new(x1 / scale, y1 / scale, x2 / scale, y2 / scale);
    }

    /// <summary>Ink that hangs into a box from the lines above and below: what is joined to ink beyond its upper and lower edge.</summary>
    private static HashSet<(int X, int Y)> Foreign(PageImage text, int left, int top, int right, int bottom)
    {
        bool IsInk(int x, int y) => text.Gray[(y * text.Width) + x] < Ink;
        var foreign = new HashSet<(int, int)>();
        var open = new Stack<(int X, int Y)>();
        for (var x = left; x < right; x++)
        {
            if (top > 0 && top < bottom && IsInk(x, top - 1) && IsInk(x, top))
                open.Push((x, top));
            if (bottom < text.Height && top < bottom && IsInk(x, bottom) && IsInk(x, bottom - 1))
                open.Push((x, bottom - 1));
        }

        while (open.TryPop(out var p))
        {
            if (p.X < left || p.X >= right || p.Y < top || p.Y >= bottom || !IsInk(p.X, p.Y) || !foreign.Add(p))
                continue;
            foreach (var step in new[] { (p.X - 1, p.Y), (p.X + 1, p.Y), (p.X, p.Y - 1), (p.X, p.Y + 1) })
                open.Push(step);
        }

        return foreign;
    }
}
