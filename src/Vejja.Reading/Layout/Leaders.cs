using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Layout;

/// <summary>A row of dots to be filled in.</summary>
/// <param name="Box">Its outline in page pixels.</param>
/// <param name="Dots">From left to right.</param>
internal sealed record Leader(Box Box, ImmutableArray<InkComponent> Dots);

/// <summary>
/// Rows of dots that a form leaves to be filled in. A recogniser makes signs of them, a finder of columns takes them for words, and print over them is harder to
/// read: so they are taken off the page, as its rules are.
/// </summary>
internal static class Leaders
{
    /// <summary>Largest side of a dot, in line heights.</summary>
    private const double Large = 0.18;

    /// <summary>A dot is at most so many times as long as high.</summary>
    private const double Longish = 2.2;

    /// <summary>Dots farther apart than this, in line heights, are no leader.</summary>
    private const double Gap = 0.45;

    private const int FewestDots = 4;

    /// <summary>Pixels around a dot over which its blurred edge reaches.</summary>
    private const int Blur = 2;

    /// <summary>Every leader of a page.</summary>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Leader> Find(ImmutableArray<InkComponent> ink, double lineHeight)
    {
        InkComponent[] dots = [.. ink.Where(part => IsDot(part.Box, lineHeight))];
        return [.. DotChains.Follow(dots, Gap, lineHeight, horizontal: true).Where(chain => chain.Length >= FewestDots)
            .Select(chain => new Leader(chain.Select(dot => dot.Box).Aggregate((all, box) => all.Union(box)), chain))];
    }

    /// <summary>Whether no row is more than chance: whether most of what is like a dot stands in none of them, as grain does.</summary>
    public static bool AreChance(ImmutableArray<Leader> leaders, ImmutableArray<InkComponent> ink, double lineHeight) =>
        2 * leaders.Sum(leader => leader.Dots.Length) <= ink.Count(part => IsDot(part.Box, lineHeight));

    /// <summary>The ink without the dots.</summary>
    public static ImmutableArray<InkComponent> Without(ImmutableArray<InkComponent> ink, ImmutableArray<Leader> leaders)
    {
        var dots = leaders.SelectMany(leader => leader.Dots).ToHashSet<InkComponent>(ReferenceEqualityComparer.Instance);
        return dots.Count == 0 ? ink : ink.RemoveAll(dots.Contains);
    }

    /// <summary>The picture with the dots painted over by the paper beside them.</summary>
    public static PageImage Erase(PageImage image, ImmutableArray<Leader> leaders)
    {
        if (leaders.IsEmpty)
            return image;
        var rgb = (byte[])image.Rgb.Clone();
        foreach (var dot in leaders.SelectMany(leader => leader.Dots))
            PaperPaint.Over(rgb, image, dot.Box.Inflate(Blur));
        return new(image.Width, image.Height, rgb);
    }

    private static bool IsDot(Box box, double lineHeight) =>
        Math.Max(box.Width, box.Height) <= Large * lineHeight && Math.Max(box.Width, box.Height) <= Longish * Math.Min(box.Width, box.Height);
}
