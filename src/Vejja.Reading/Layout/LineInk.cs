using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// A detector's box follows the bodies of the letters and cuts what stands above and below them: Khmer vowels and feet, accents, tails. What is cut out to be
/// read is therefore as high as the line's own ink.
/// </summary>
internal static class LineInk
{
    /// <summary>Ink farther from the box than this, in line heights, belongs to no line; ink higher than this holds two lines together.</summary>
    private const double Reach = 0.5, Highest = 2;

    /// <summary>A sign stands above letters without feet or heads, whose box is low, as far from their middle as above others: this, in the page's median line heights.</summary>
    private const double SignReach = 0.85;

    /// <summary>Ink lower and narrower than this, in line heights, is dust.</summary>
    private const double Dust = 0.08;

    /// <summary>A detector's box reaches beyond the letters' bodies by about this share of its height at either side.</summary>
    private const double Slack = 0.08;

    /// <summary>What stands above and below light letters on a dark ground, which are no ink: this share of the box's height.</summary>
    private const double AroundLight = 0.25;

    /// <summary>The lines as high as their ink.</summary>
    /// <param name="lines">Outlines of lines outside tables, in page pixels.</param>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="page">The page.</param>
    /// <returns>The outlines to cut out, in the same order.</returns>
    public static ImmutableArray<Polygon> Fit(ImmutableArray<Polygon> lines, ImmutableArray<InkComponent> ink, PageImage page)
    {
        LineBand[] bands = [.. lines.Select(line => new LineBand(line))];
        var signs = bands.Length == 0 ? 0 : SignReach * bands.Select(band => band.Height).Order().ElementAt(bands.Length / 2);
        var above = Array.ConvertAll(bands, band => (0.5 - Slack) * band.Height);
        var below = (double[])above.Clone();
        foreach (var part in ink.Select(part => part.Box))
        {
            var owner = Owner(part, bands, signs);
            if (owner < 0)
                continue;
            var middle = bands[owner].MiddleAt(part.Centre.X);
            above[owner] = Math.Max(above[owner], middle - part.Y1);
            below[owner] = Math.Max(below[owner], part.Y2 - middle);
        }

        for (var index = 0; index < bands.Length; index++)
        {
            if (new GreyCounts(page, lines[index].Bounds).IsLightOnDark)
                above[index] = below[index] = (0.5 + AroundLight) * bands[index].Height;
        }

        return [.. bands.Select((band, index) => Apart(index, bands, ink).Between(above[index], below[index]).ToPolygon())];
    }

    /// <summary>Two boxes of one row often overlap at their ends: each ends at the gap in the ink that is nearest to the middle of the overlap, so that no sign is read twice.</summary>
    private static LineBand Apart(int index, LineBand[] bands, ImmutableArray<InkComponent> ink)
    {
        var band = bands[index];
        foreach (var other in bands)
        {
            var (x1, x2) = (Math.Max(band.X1, other.X1), Math.Min(band.X2, other.X2));
            var isBeside = (other.X1 < band.X1 && other.X2 < band.X2) || (other.X1 > band.X1 && other.X2 > band.X2);
            if (!isBeside || x1 >= x2 || x2 - x1 > 2 * band.Height || Math.Abs(other.MiddleAt(x1) - band.MiddleAt(x1)) > 0.4 * band.Height)
                continue;
            var cut = Gap((x1 + x2) / 2, x1, x2, [.. ink.Select(part => part.Box).Where(part => Holds(band, part, 0) && part.X2 > x1 && part.X1 < x2)]);
            band = other.X1 < band.X1 ? band with { X1 = cut, MiddleAtX1 = band.MiddleAt(cut) } : band with { X2 = cut };
        }

        return band;
    }

    /// <summary>The place nearest to <paramref name="middle"/> that lies in no ink; the middle itself where ink is everywhere.</summary>
    private static double Gap(double middle, double x1, double x2, ImmutableArray<Box> parts) =>
        parts.SelectMany(part => new[] { part.X1 - 0.5, part.X2 + 0.5 }).Append(middle)
            .Where(x => x >= x1 && x <= x2 && !parts.Any(part => part.X1 < x && x < part.X2))
            .DefaultIfEmpty(middle).MinBy(x => Math.Abs(x - middle));

    /// <summary>The line on which the ink stands, that whose middle is nearest in its own heights; -1 where there is none.</summary>
    private static int Owner(Box part, LineBand[] bands, double signs)
    {
        var (owner, nearest) = (-1, double.MaxValue);
        for (var index = 0; index < bands.Length; index++)
        {
            var band = bands[index];
            var distance = Math.Abs(part.Centre.Y - band.MiddleAt(part.Centre.X)) / band.Height;
            if (distance < nearest && Holds(band, part, signs))
                (owner, nearest) = (index, distance);
        }

        return owner;
    }

    private static bool Holds(LineBand band, Box part, double signs)
    {
        var isInk = part.Height <= Highest * band.Height && Math.Max(part.Height, part.Width) >= Dust * band.Height;
        var middle = band.MiddleAt(part.Centre.X);
        return isInk && part.Centre.X >= band.X1 && part.Centre.X <= band.X2
            && part.Y1 >= middle - Math.Max((0.5 + Reach) * band.Height, signs) && part.Y2 <= middle + ((0.5 + Reach) * band.Height);
    }
}
