using System.Collections.Immutable;

namespace Vejja.Reading.Tables;

/// <summary>Joins the pieces of one direction to chains, as a person sees one rule in a broken or curled line.</summary>
internal static class RuleChaining
{
    /// <summary>A gap of so many pixels may add one pixel to the distance at the joint.</summary>
    private const double GapPerPixel = 60;

    /// <summary>Chains in order across the page.</summary>
    /// <param name="pieces">Pieces of one table and one direction.</param>
    /// <param name="lineHeight">Height of a text line in pixels: what is nearer than a fraction of it is one rule.</param>
    public static ImmutableArray<RuleChain> Chain(IReadOnlyList<RulePiece> pieces, double lineHeight)
    {
        if (pieces.Count == 0)
            return [];
        var slope = CommonSlope(pieces);
        var group = Enumerable.Range(0, pieces.Count).ToArray();
        for (var i = 0; i < pieces.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (group[i] != group[j] && Continues(pieces[i], pieces[j], slope, lineHeight))
                    Array.ForEach([.. Members(group, group[i])], member => group[member] = group[j]);
            }
        }

        var middle = (pieces.Min(piece => piece.A1) + pieces.Max(piece => piece.A2)) / 2;
        return [.. group.Distinct()
            .Select(id => new RuleChain(Members(group, id).Select(member => pieces[member]), slope, 5 * lineHeight))
            .OrderBy(chain => chain.At(middle))];
    }

    /// <summary>The slope of most of the length: the weighted median.</summary>
    public static double CommonSlope(IReadOnlyList<RulePiece> pieces)
    {
        var half = pieces.Sum(piece => piece.Length) / 2;
        double passed = 0;
        foreach (var piece in pieces.OrderBy(piece => piece.Slope))
        {
            passed += piece.Length;
            if (passed >= half)
                return piece.Slope;
        }

        return 0;
    }

    private static IEnumerable<int> Members(int[] group, int id) => Enumerable.Range(0, group.Length).Where(index => group[index] == id);

    private static bool Continues(RulePiece a, RulePiece b, double slope, double lineHeight)
    {
        var (first, second) = a.A1 <= b.A1 ? (a, b) : (b, a);
        var gap = second.A1 - first.A2;
        var joint = gap >= 0 ? (first.A2 + second.A1) / 2 : (second.A1 + Math.Min(first.A2, second.A2)) / 2;
        var distance = Math.Abs(Reach(first, joint, slope, lineHeight) - Reach(second, joint, slope, lineHeight));
        return distance <= Math.Max(2.5, 0.25 * lineHeight) + Math.Min(Math.Max(0, gap) / GapPerPixel, 0.25 * lineHeight);
    }

    private static double Reach(RulePiece piece, double a, double slope, double lineHeight)
    {
        if (a >= piece.A1 && a <= piece.A2)
            return piece.At(a);
        var (end, value) = a < piece.A1 ? (piece.A1, piece.C1) : (piece.A2, piece.C2);
        return value + ((piece.Length >= 5 * lineHeight ? piece.Slope : slope) * (a - end));
    }
}
