using System.Collections.Immutable;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>Specks of ink in a row, evenly spaced: dotted rules, and dots to be filled in.</summary>
internal static class DotChains
{
    private readonly record struct Point(InkComponent Dot, double Along, double Across, double Half);

    /// <summary>Follows dots from one to the next along one direction; each dot belongs to one chain.</summary>
    /// <param name="dots">Specks.</param>
    /// <param name="gap">Dots farther apart than this, in line heights, are in no chain together.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    /// <param name="horizontal">Along the text, or across it.</param>
    /// <returns>Chains of at least three dots whose steps are alike, in the order of the direction.</returns>
    public static IEnumerable<ImmutableArray<InkComponent>> Follow(InkComponent[] dots, double gap, double lineHeight, bool horizontal)
    {
        Point[] points = [.. dots.Select(dot => At(dot, horizontal)).OrderBy(point => point.Along)];
        var chains = new List<List<Point>>();
        var open = new List<List<Point>>();
        foreach (var point in points)
        {
            open.RemoveAll(chain => point.Along - chain[^1].Along > (gap * lineHeight) + chain[^1].Half + point.Half);
            var chain = open.Where(candidate => Math.Abs(candidate[^1].Across - point.Across) <= Math.Max(1.5, 0.06 * lineHeight) && point.Along - candidate[^1].Along > 1)
                .MinBy(candidate => Math.Abs(candidate[^1].Across - point.Across));
            if (chain is null)
            {
                chain = [];
                chains.Add(chain);
                open.Add(chain);
            }

            chain.Add(point);
        }

        return chains.Where(chain => chain.Count > 2 && IsEven(chain)).Select(chain => chain.Select(point => point.Dot).ToImmutableArray());
    }

    /// <summary>From the middle of the first dot to the middle of the last, in pixels.</summary>
    public static double Length(ImmutableArray<InkComponent> chain, bool horizontal) => At(chain[^1], horizontal).Along - At(chain[0], horizontal).Along;

    private static Point At(InkComponent dot, bool horizontal) => horizontal
        ? new(dot, dot.Box.Centre.X, dot.Box.Centre.Y, dot.Box.Width / 2)
        : new(dot, dot.Box.Centre.Y, dot.Box.Centre.X, dot.Box.Height / 2);

    /// <summary>Most steps are alike: dots of letters are not.</summary>
    private static bool IsEven(List<Point> chain)
    {
        double[] steps = [.. chain.Zip(chain.Skip(1), (one, next) => next.Along - one.Along).Order()];
        var middle = steps[steps.Length / 2];
        return steps.Count(step => Math.Abs(step - middle) <= Math.Max(1.5, 0.35 * middle)) >= 0.7 * steps.Length;
    }
}
