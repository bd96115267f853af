using System.Collections.Immutable;

namespace Vejja.Reading.Tables;

/// <summary>A table whose rules run on beyond its last rule of the other direction has an open side there: an unseen rule closes it.</summary>
internal static class OpenSides
{
    /// <summary>Adds a rule at either side where the others run on by more than one and a half line heights.</summary>
    /// <param name="chains">The rules of one direction, in order.</param>
    /// <param name="others">The rules of the other direction.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<RuleChain> Close(ImmutableArray<RuleChain> chains, ImmutableArray<RuleChain> others, double lineHeight)
    {
        if (chains.Length == 0 || others.Length < 2)
            return chains;
        var (start, end) = (Median(others.Select(other => other.Start)), Median(others.Select(other => other.End)));
        var (top, bottom) = (others.Min(other => other.At(chains[0].At(other.Start))), others.Max(other => other.At(other.End)));
        RuleChain Unseen(double across) => new([new(top, across, bottom, across, 1)], 0, 0);
        if (MeanOf(chains[0], top, bottom) - start > 1.5 * lineHeight)
            chains = chains.Insert(0, Unseen(start));
        if (end - MeanOf(chains[^1], top, bottom) > 1.5 * lineHeight)
            chains = chains.Add(Unseen(end));
        return chains;
    }

    private static double MeanOf(RuleChain chain, double from, double to) => (chain.At(from) + chain.At(to)) / 2;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
