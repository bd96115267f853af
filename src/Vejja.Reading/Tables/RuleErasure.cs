using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>
/// A page without its ruling lines: a digit that touches a rule becomes a component of its own, and a rule in the margin of a crop is not read as 1 or |.
/// A stroke that crosses a rule is kept, because both its sides are ink; of a dotted rule nothing but the dots is erased, and a sign that stands among them is kept.
/// </summary>
internal static class RuleErasure
{
    /// <summary>Pixels beyond half the thickness in which a blurred edge still belongs to the rule.</summary>
    private const int Blur = 2;

    /// <summary>Copies ink and picture without the rules that are to be erased.</summary>
    public static (InkMap Ink, PageImage Image) Erase(UprightPage page, ImmutableArray<DottedRule> dotted, Func<RulingLine, bool> isErased)
    {
        var ink = (byte[])page.Ink.Pixels.Clone();
        var rgb = (byte[])page.Image.Rgb.Clone();
        foreach (var rule in page.Rulings)
        {
            if (isErased(rule))
                Erase(RulePiece.From(rule), page.Ink, ink, rgb, rule.IsHorizontal);
        }

        foreach (var dot in dotted.Where(rule => isErased(rule.Line)).SelectMany(rule => rule.Dots))
            Erase(dot.Box, page.Image, ink, rgb);

        return (page.Ink with { Pixels = ink }, new PageImage(page.Image.Width, page.Image.Height, rgb));
    }

    private static void Erase(Box dot, PageImage page, byte[] ink, byte[] rgb)
    {
        for (var y = (int)dot.Y1; y < (int)dot.Y2; y++)
            ink.AsSpan((y * page.Width) + (int)dot.X1, (int)dot.Width).Clear();
        PaperPaint.Over(rgb, page, dot.Inflate(Blur));
    }

    private static void Erase(RulePiece piece, InkMap original, byte[] ink, byte[] rgb, bool horizontal)
    {
        var (along, across) = horizontal ? (original.Width, original.Height) : (original.Height, original.Width);
        int Index(int a, int c) => horizontal ? (c * original.Width) + a : (a * original.Width) + c;
        for (var a = Math.Max(0, (int)piece.A1 - 1); a <= Math.Min(along - 1, (int)piece.A2 + 1); a++)
        {
            var centre = piece.At(a);
            var low = (int)Math.Floor(centre - (piece.Thickness / 2) - 0.5);
            var high = (int)Math.Ceiling(centre + (piece.Thickness / 2) + 0.5);
            for (var grow = 0; grow < Blur && low > 0 && low - 1 < across && original.Pixels[Index(a, low - 1)] != 0; grow++)
                low--;
            for (var grow = 0; grow < Blur && high + 1 >= 0 && high + 1 < across && original.Pixels[Index(a, high + 1)] != 0; grow++)
                high++;
            if (low < 1 || high > across - 2)
                continue;
            Bridge(low, high, a);
        }

        void Bridge(int low, int high, int a)
        {
            var (before, after) = (Index(a, low - 1), Index(a, high + 1));
            var crosses = original.Pixels[before] != 0 && original.Pixels[after] != 0;
            for (var c = low; c <= high; c++)
            {
                var at = Index(a, c);
                ink[at] = crosses ? ink[at] : (byte)0;
                for (var channel = 0; channel < 3 && !crosses; channel++)
                    rgb[(3 * at) + channel] = Math.Max(rgb[(3 * before) + channel], rgb[(3 * after) + channel]);
            }
        }
    }
}
