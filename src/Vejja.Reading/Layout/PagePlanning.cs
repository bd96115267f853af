using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Layout;

/// <summary>Decides what is read on a page: cells by their whole ink, other lines as detected and grown to the ink on their baseline.</summary>
internal static class PagePlanning
{
    /// <summary>From this share of coloured lines on, colour is how the sheet is printed, and marks nothing.</summary>
    private const double ColouredPrint = 0.3;

    /// <summary>Plans one page.</summary>
    public static PagePlan Plan(UprightPage page, ImmutableArray<DetectedLine> detected)
    {
        var text = LineFragments.Without(Stamps.WithoutStamps(detected, page));
        var lineHeight = LineHeight(text);
        var dotted = DottedRules.Find(ConnectedInk.Find(page.Ink), lineHeight);
        var solid = page;
        page = page with { Rulings = [.. page.Rulings, .. dotted.Select(rule => rule.Line)] };
        var drawn = RuledGridFinder.Drawn(page.Rulings, page.Ink, lineHeight);
        var ruled = drawn.RemoveAll(Frames.Is);
        var (ink, image) = RuleErasure.Erase(solid, dotted, rule => IsRule(rule, ruled, text, lineHeight));
        var parts = ConnectedInk.Find(ink);
        var leaders = Leaders.Find(parts, lineHeight);
        if (detected is [var only] && ruled.IsEmpty && LinePicture.Is(image) && Leaders.AreChance(leaders, parts, lineHeight))
            return new(page with { Image = image }, [], Marked([new(only.Polygon, LineKind.Any, -1, -1, false, LineMarks.None)], page, parts, [], lineHeight), lineHeight, []) { Ink = parts };
        (parts, image) = (Leaders.Without(parts, leaders), Leaders.Erase(image, leaders));
        var boxes = Frames.OfText(drawn, text);
        var open = text.RemoveAll(line => IsInside(line, ruled) || boxes.Any(box => box.Contains(line.Polygon.Bounds.Centre)));
        var aligned = AlignedGridFinder.Find(open, parts, page.Rulings, lineHeight, box => DarkGround.Is(box, image));
        ImmutableArray<Grid> grids = [.. ruled, .. aligned];
        var lost = LostLines.Find(parts, [.. text.Select(line => line.Polygon.Bounds), .. grids.Select(grid => grid.Box)], lineHeight);
        var free = text.RemoveAll(line => IsInside(line, grids)).AddRange(lost.Select(line => new DetectedLine(line, 0)));
        ImmutableArray<PlannedLine> lines =
        [
            .. grids.SelectMany((grid, index) => Cells(grid, index, parts, text, page.Image, lineHeight)),
            .. grids.SelectMany((grid, index) => grid.IsRuled ? [] : Blanks(grid, index, leaders, parts, lineHeight)),
            .. Free(LineExtension.Extend(free, parts, [.. grids.Select(grid => grid.Box)]), parts, [.. leaders.Where(leader => !grids.Any(grid => grid.Box.Contains(leader.Box.Centre)))], page.Image, lineHeight),
        ];
        var unread = UnreadInk.Find(parts, [.. lines.Select(line => line.Polygon.Bounds)], lineHeight);
        return new(page with { Image = image }, grids, Marked(lines, page, parts, unread, lineHeight), lineHeight, unread) { Ink = parts };
    }

    /// <summary>Rules of tables, and rules elsewhere that run through no text: a row of Khmer letters can look like a rule, and must not be erased.</summary>
    private static bool IsRule(RulingLine rule, ImmutableArray<Grid> grids, ImmutableArray<DetectedLine> text, double lineHeight)
    {
        var middle = new PagePoint((rule.From.X + rule.To.X) / 2, (rule.From.Y + rule.To.Y) / 2);
        if (grids.Any(grid => grid.Box.Inflate(0.4 * lineHeight).Contains(middle)))
            return true;
        var box = Box.Around([rule.From, rule.To]).Inflate(0.5);
        var length = Math.Max(box.Width, box.Height);
        return length >= 1.5 * lineHeight && !text.Any(line => line.Polygon.Bounds.Inflate(-0.12 * line.Polygon.Bounds.Height).Intersect(box) is { IsEmpty: false });
    }

    private static IEnumerable<PlannedLine> Free(ImmutableArray<Polygon> lines, ImmutableArray<InkComponent> parts, ImmutableArray<Leader> leaders, PageImage page, double lineHeight)
    {
        var (texts, blanks) = LeaderLines.Part(lines, parts, leaders, lineHeight);
        return
        [
            .. texts.Zip(LineInk.Fit(texts, parts, page), (line, crop) => new PlannedLine(line, LineKind.Any, -1, -1, false, LineMarks.None) { Crop = crop }),
            .. blanks.Select(blank => new PlannedLine(blank, LineKind.Any, -1, -1, false, LineMarks.None) { IsLeader = true }),
        ];
    }

    private static bool IsInside(DetectedLine line, IEnumerable<Grid> grids) => grids.Any(grid => grid.Box.Contains(line.Polygon.Bounds.Centre));

    private static IEnumerable<PlannedLine> Cells(
        Grid grid, int gridIndex, ImmutableArray<InkComponent> parts, ImmutableArray<DetectedLine> detected, PageImage page, double lineHeight)
    {
        var own = parts.RemoveAll(part => !grid.Box.Contains(part.Box.Centre));
        for (var index = 0; index < grid.Cells.Length; index++)
        {
            var cell = grid.Cells[index];
            Box[] witnesses = [.. detected.Select(line => line.Polygon.Bounds).Where(box => cell.Polygon.Bounds.Contains(box.Centre))];
            if (DarkGround.PrintOf(cell, page, lineHeight) is { } print)
            {
                foreach (var line in CellInkReading.Read(cell, print, witnesses, false, lineHeight).Lines)
                    yield return new(line, LineKind.Any, gridIndex, index, false, LineMarks.None);
                continue;
            }

            var ink = CellInkReading.Read(cell, own, witnesses, grid.IsRuled, lineHeight);
            var marks = ForeignStrokes.Cross(cell.Polygon.Bounds, own, lineHeight) ? LineMarks.UnreadInkBeside : LineMarks.None;
            foreach (var polygon in ink.Lines)
                yield return new(polygon, LineKind.Cell, gridIndex, index, ink.IsDash, marks);
        }
    }

    /// <summary>Dots in a table that is told by its alignment alone: it may turn out to be text, where they say "none".</summary>
    private static IEnumerable<PlannedLine> Blanks(Grid grid, int gridIndex, ImmutableArray<Leader> leaders, ImmutableArray<InkComponent> parts, double lineHeight) =>
        LeaderLines.Blanks(leaders, parts, lineHeight)
            .Select(box => (Box: box, Cell: grid.Cells.ToList().FindIndex(cell => cell.Polygon.Bounds.Contains(box.Centre))))
            .Where(blank => blank.Cell >= 0)
            .Select(blank => new PlannedLine(Polygon.From(new Box(blank.Box.X1, blank.Box.Y2 - (LeaderLines.Above * lineHeight), blank.Box.X2, blank.Box.Y2 + 1)), LineKind.Cell, gridIndex, blank.Cell, false, LineMarks.None) { IsLeader = true });

    private static ImmutableArray<PlannedLine> Marked(
        ImmutableArray<PlannedLine> lines, UprightPage page, ImmutableArray<InkComponent> parts, ImmutableArray<Box> unread, double lineHeight)
    {
        var coloured = lines.Select(line => Stamps.IsColoured(line.Polygon.Bounds, page)).ToArray();
        var isColouredPrint = coloured.Count(line => line) > ColouredPrint * lines.Length;
        return [.. lines.Select((line, index) => line with
        {
            Marks = line.Marks | (coloured[index] && !isColouredPrint ? LineMarks.Coloured : LineMarks.None)
                | (UnreadInk.IsBeside(line.Polygon.Bounds, unread, lineHeight) ? LineMarks.UnreadInkBeside : LineMarks.None)
                | (!line.IsDash && !line.IsLeader && CrossedOut.Is(line.Polygon, page.Ink, parts, lineHeight) ? LineMarks.CrossedOut : LineMarks.None),
        })];
    }

    /// <summary>The median height of the detected lines, in pixels; a typical one where nothing was detected.</summary>
    private static double LineHeight(ImmutableArray<DetectedLine> lines)
    {
        double[] heights = [.. lines.Select(line => new LineBand(line.Polygon).Height).Where(height => height > 4).Order()];
        return heights.Length == 0 ? 24 : heights[heights.Length / 2];
    }
}
