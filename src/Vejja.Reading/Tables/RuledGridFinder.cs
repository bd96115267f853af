using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Tables from their rules, under skew, perspective and slight curl: every rule is followed where it runs, and cells lie between.</summary>
internal static class RuledGridFinder
{
    /// <summary>Tables, some row of which has two cells, top to bottom.</summary>
    /// <param name="rulings">Every rule of the page.</param>
    /// <param name="ink">The page's ink with its rules: it says whether a rule that was not found is there after all.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Grid> Find(ImmutableArray<RulingLine> rulings, InkMap ink, double lineHeight) =>
        Drawn(rulings, ink, lineHeight).RemoveAll(Frames.Is);

    /// <summary>Tables, and boxes that are drawn around text, top to bottom.</summary>
    /// <param name="rulings">Every rule of the page.</param>
    /// <param name="ink">The page's ink with its rules.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Grid> Drawn(ImmutableArray<RulingLine> rulings, InkMap ink, double lineHeight) =>
        [.. RuleGroups.Part(rulings, lineHeight)
            .Select(group => Build(group, ink, lineHeight))
            .OfType<Grid>()
            .OrderBy(grid => grid.Box.Y1)];

    private static Grid? Build(ImmutableArray<RulingLine> rulings, InkMap ink, double lineHeight)
    {
        var rows = RuleChaining.Chain([.. rulings.Where(rule => rule.IsHorizontal).Select(RulePiece.From)], lineHeight);
        var columns = RuleChaining.Chain([.. rulings.Where(rule => !rule.IsHorizontal).Select(RulePiece.From)], lineHeight);
        var (horizontal, vertical) = KeepCrossing(rows.RemoveAll(row => Strokes.IsThroughText(row, columns, ink, lineHeight)), columns, lineHeight);
        if (horizontal.Length < 2 || vertical.Length < 1)
            return null;
        vertical = OpenSides.Close(vertical, horizontal, lineHeight);
        horizontal = OpenSides.Close(horizontal, vertical, lineHeight);
        if (horizontal.Length < 2 || vertical.Length < 2)
            return null;
        var lattice = new Lattice(horizontal, vertical);
        var cells = CellMerging.Merge(lattice, ink);
        return new(lattice.Outline, horizontal.Length - 1, vertical.Length - 1, cells, IsRuled: true);
    }

    /// <summary>Drops what crosses fewer than two rules of the other direction: underlines, strokes of letters.</summary>
    private static (ImmutableArray<RuleChain> Horizontal, ImmutableArray<RuleChain> Vertical) KeepCrossing(
        ImmutableArray<RuleChain> horizontal, ImmutableArray<RuleChain> vertical, double lineHeight)
    {
        var slack = lineHeight / 2;
        for (var changed = true; changed;)
        {
            var rows = horizontal.RemoveAll(chain => vertical.Length > 1 && vertical.Count(other => Crosses(chain, other, slack)) < 2);
            var columns = vertical.RemoveAll(chain => rows.Count(other => Crosses(chain, other, slack)) < 2);
            changed = rows.Length != horizontal.Length || columns.Length != vertical.Length;
            (horizontal, vertical) = (rows, columns);
        }

        return (horizontal, vertical);
    }

    private static bool Crosses(RuleChain a, RuleChain b, double slack)
    {
        var position = b.At((a.At((a.Start + a.End) / 2)));
        var across = a.At(position);
        return position >= a.Start - slack && position <= a.End + slack && across >= b.Start - slack && across <= b.End + slack;
    }
}
