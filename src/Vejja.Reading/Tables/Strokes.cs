using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>A pen's stroke through a row looks like a rule of the table; but letters go on at both of its sides.</summary>
internal static class Strokes
{
    /// <summary>Letters may touch a rule from both sides at one place by chance, not at so many.</summary>
    private const int FewestCrossings = 6;

    /// <summary>And not at more than one place in so many line heights.</summary>
    private const double Spacing = 5;

    /// <summary>Whether a line along the text runs through letters.</summary>
    public static bool IsThroughText(RuleChain chain, ImmutableArray<RuleChain> across, InkMap ink, double lineHeight)
    {
        var reach = (chain.Thickness / 2) + 2.5;
        var crossings = 0;
        var inside = false;
        for (var along = (int)chain.Start; along <= (int)chain.End; along++)
        {
            var centre = chain.At(along);
            var crosses = ink.IsInk(along, (int)(centre - reach)) && ink.IsInk(along, (int)(centre + reach))
                && !across.Any(rule => Math.Abs(rule.At(centre) - along) <= (rule.Thickness / 2) + 3);
            crossings += crosses && !inside ? 1 : 0;
            inside = crosses;
        }

        return crossings >= Math.Max(FewestCrossings, (chain.End - chain.Start) / (Spacing * lineHeight));
    }
}
