using System.Collections.Immutable;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>A rule drawn as dots or short dashes.</summary>
/// <param name="Line">Its middle.</param>
/// <param name="Dots">Its ink, from one end to the other.</param>
internal sealed record DottedRule(RulingLine Line, ImmutableArray<InkComponent> Dots);

/// <summary>
/// Rules drawn as dots or short dashes: specks of ink in a row, evenly spaced. Word processors draw tables so; a finder of solid rules does not see them.
/// </summary>
internal static class DottedRules
{
    /// <summary>Largest side of a dot or dash across the rule, in line heights.</summary>
    private const double Thick = 0.16;

    /// <summary>Longest dash along the rule, in line heights.</summary>
    private const double Long = 0.6;

    /// <summary>Dots farther apart than this, in line heights, are no rule.</summary>
    private const double Gap = 0.5;

    /// <summary>Shortest rule, in line heights; a leader of dots behind a label is longer than this but crosses nothing.</summary>
    private const double Shortest = 2.5;

    private const int FewestDots = 8;

    /// <summary>Every dotted rule of a page, as pieces.</summary>
    public static ImmutableArray<DottedRule> Find(ImmutableArray<InkComponent> ink, double lineHeight)
    {
        InkComponent[] dots = [.. ink.Where(part => Math.Min(part.Box.Width, part.Box.Height) <= Thick * lineHeight && Math.Max(part.Box.Width, part.Box.Height) <= Long * lineHeight)];
        return dots.Length < FewestDots ? [] : [.. Along(dots, lineHeight, horizontal: true), .. Along(dots, lineHeight, horizontal: false)];
    }

    private static IEnumerable<DottedRule> Along(InkComponent[] dots, double lineHeight, bool horizontal) =>
        DotChains.Follow(dots, Gap, lineHeight, horizontal)
            .Where(chain => chain.Length >= FewestDots && DotChains.Length(chain, horizontal) >= Shortest * lineHeight)
            .Select(chain => Rule(chain, horizontal));

    private static DottedRule Rule(ImmutableArray<InkComponent> chain, bool horizontal) =>
        new(new(chain[0].Box.Centre, chain[^1].Box.Centre, 2, horizontal), chain);
}
