using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>Lines of a form: print before and behind the dots, and dots that nobody filled in, which say "none".</summary>
internal static class LeaderLines
{
    /// <summary>Print stands so high above the dots that it is written on, in line heights.</summary>
    public const double Above = 0.8;

    /// <summary>Dots farther from a line's end than this, in line heights, belong to no line.</summary>
    private const double Reach = 1.2;

    /// <summary>Longer dots, in line heights, are a place for a name or a signature, not for a number.</summary>
    private const double Longest = 8;

    /// <summary>Shorter remains of a line, in line heights, hold nothing.</summary>
    private const double Shortest = 0.15;

    /// <summary>Parts the lines at dots that nobody filled in.</summary>
    /// <param name="lines">Lines outside tables.</param>
    /// <param name="ink">Ink of the page without rules and dots.</param>
    /// <param name="leaders">The dots outside tables.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    /// <returns>The lines of print, and the dots behind print as places of their own.</returns>
    public static (ImmutableArray<Polygon> Texts, ImmutableArray<Polygon> Blanks) Part(
        ImmutableArray<Polygon> lines, ImmutableArray<InkComponent> ink, ImmutableArray<Leader> leaders, double lineHeight)
    {
        var blanks = Blanks(leaders, ink, lineHeight);
        if (blanks.IsEmpty)
            return (lines, []);
        var texts = ImmutableArray.CreateBuilder<Polygon>();
        var places = ImmutableArray.CreateBuilder<Polygon>();
        foreach (var line in lines)
        {
            var band = new LineBand(line);
            Box[] own = [.. blanks.Where(box => IsOn(band, box)).OrderBy(box => box.X1)];
            texts.AddRange(Between(band, own, ink, lineHeight));
            places.AddRange(own.Select(box => (band with { X1 = box.X1, X2 = box.X2, MiddleAtX1 = band.MiddleAt(box.X1) }).ToPolygon()));
            blanks = blanks.RemoveAll(box => own.Contains(box));
        }

        return (texts.ToImmutable(), places.ToImmutable());
    }

    /// <summary>The dots on which nothing stands.</summary>
    public static ImmutableArray<Box> Blanks(ImmutableArray<Leader> leaders, ImmutableArray<InkComponent> ink, double lineHeight) =>
        [.. leaders.Select(leader => leader.Box).Where(box => box.Width <= Longest * lineHeight && !IsFilled(box, ink, lineHeight))];

    /// <summary>The stretches of a line before, between and behind its dots that hold ink.</summary>
    private static IEnumerable<Polygon> Between(LineBand band, Box[] dots, ImmutableArray<InkComponent> ink, double lineHeight)
    {
        if (dots.Length == 0)
            return [band.ToPolygon()];
        double[] starts = [band.X1, .. dots.Select(box => box.X2 + 1)], ends = [.. dots.Select(box => box.X1 - 1), band.X2];
        return starts.Zip(ends, (start, end) => band with { X1 = start, X2 = Math.Min(end, band.X2), MiddleAtX1 = band.MiddleAt(start) })
            .Where(piece => piece.X2 - piece.X1 >= Shortest * lineHeight && ink.Any(part => piece.ToPolygon().Bounds.Contains(part.Box.Centre)))
            .Select(piece => piece.ToPolygon());
    }

    private static bool IsOn(LineBand band, Box dots)
    {
        var below = dots.Centre.Y - band.MiddleAt(dots.Centre.X);
        return below >= -0.1 * band.Height && below <= 0.6 * band.Height && dots.X1 - band.X2 <= Reach * band.Height && dots.X1 > band.X1;
    }

    /// <summary>What was filled in stands on the dots.</summary>
    private static bool IsFilled(Box dots, ImmutableArray<InkComponent> ink, double lineHeight) =>
        ink.Any(part => part.Box.Height >= 0.25 * lineHeight && part.Box.Centre.X > dots.X1 && part.Box.Centre.X < dots.X2
            && part.Box.Centre.Y > dots.Y1 - (Above * lineHeight) && part.Box.Y1 < dots.Y2);
}
