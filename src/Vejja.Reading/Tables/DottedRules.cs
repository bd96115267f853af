using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

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
    public static ImmutableArray<RulingLine> Find(ImmutableArray<InkComponent> ink, double lineHeight)
    {
        InkComponent[] dots = [.. ink.Where(part => Math.Min(part.Box.Width, part.Box.Height) <= Thick * lineHeight && Math.Max(part.Box.Width, part.Box.Height) <= Long * lineHeight)];
        return dots.Length < FewestDots ? [] : [.. Along(dots, lineHeight, horizontal: true), .. Along(dots, lineHeight, horizontal: false)];
    }

    /// <summary>Follows dots from one to the next along one direction; each dot belongs to one chain.</summary>
    private static IEnumerable<RulingLine> Along(InkComponent[] dots, double lineHeight, bool horizontal)
    {
        (double A, double C, double Half)[] points = [.. dots.Select(dot => dot.Box)
            .Select(box => horizontal ? (A: box.Centre.X, C: box.Centre.Y, Half: box.Width / 2) : (A: box.Centre.Y, C: box.Centre.X, Half: box.Height / 2))
            .OrderBy(point => point.A)];
        var chains = new List<List<(double A, double C, double Half)>>();
        var open = new List<List<(double A, double C, double Half)>>();
        foreach (var point in points)
        {
            open.RemoveAll(chain => point.A - chain[^1].A > (Gap * lineHeight) + chain[^1].Half + point.Half);
            var chain = open.Where(candidate => Math.Abs(candidate[^1].C - point.C) <= Math.Max(1.5, 0.06 * lineHeight) && point.A - candidate[^1].A > 1)
                .MinBy(candidate => Math.Abs(candidate[^1].C - point.C));
            if (chain is null)
            {
                chain = [];
                chains.Add(chain);
                open.Add(chain);
            }

            chain.Add(point);
        }

        return chains.Where(chain => chain.Count >= FewestDots && chain[^1].A - chain[0].A >= Shortest * lineHeight && IsEven(chain))
            .Select(chain => Rule(chain, horizontal));
    }

    /// <summary>Most steps are alike: dots of letters are not.</summary>
    private static bool IsEven(List<(double A, double C, double Half)> chain)
    {
        double[] steps = [.. chain.Zip(chain.Skip(1), (one, next) => next.A - one.A).Order()];
        var middle = steps[steps.Length / 2];
        return steps.Count(step => Math.Abs(step - middle) <= Math.Max(1.5, 0.35 * middle)) >= 0.7 * steps.Length;
    }

    private static RulingLine Rule(List<(double A, double C, double Half)> chain, bool horizontal)
    {
        var (first, last) = (chain[0], chain[^1]);
        PagePoint Point((double A, double C, double Half) at) => horizontal ? new(at.A, at.C) : new(at.C, at.A);
        return new(Point(first), Point(last), 2, horizontal);
    }
}
