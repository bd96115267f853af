using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Layout;

/// <summary>Puts the lines of all pages into reading order, gives them identifiers and types, and fills the tables.</summary>
internal static class SheetLayout
{
    private sealed record Placed(int Page, PlannedLine Plan, LineReading Reading);

    /// <summary>Lays out a document.</summary>
    /// <param name="plans">One a page.</param>
    /// <param name="readings">One a planned line, page by page.</param>
    /// <param name="classifier">Types of lines.</param>
    public static Sheet Lay(ImmutableArray<PagePlan> plans, ImmutableArray<ImmutableArray<LineReading>> readings, IBlockClassifier classifier)
    {
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var tables = ImmutableArray.CreateBuilder<ReadTable>();
        for (var page = 0; page < plans.Length; page++)
        {
            var plan = plans[page];
            var placed = plan.Lines.Zip(readings[page], (line, reading) => new Placed(plan.Page.Page.Index, line, reading))
                .Where(line => line.Plan.Grid >= 0 || !string.IsNullOrWhiteSpace(line.Reading.Text));
            var ordered = Ordered([.. placed], plan);
            var types = classifier.Classify(new(plan.Page.Page.Width, plan.Page.Page.Height,
                [.. ordered.Select(line => new LaidLine(line.Reading.Text, line.Plan.Polygon, line.Plan.Grid >= 0))]));
            var numbered = ordered.Select((line, index) => (line.Plan, Line: new TextLine(
                "b" + (lines.Count + index + 1).ToString(CultureInfo.InvariantCulture), line.Page, line.Plan.Polygon, line.Reading,
                line.Plan.Grid >= 0 ? BlockType.Table : types[index] is BlockType.Table ? BlockType.Body : types[index])
            { Marks = line.Plan.Marks | (line.Reading.IsCrossedOut ? LineMarks.CrossedOut : LineMarks.None) })).ToArray();
            var weighed = Confidence.DigitScript.Weigh([.. numbered.Select(pair => pair.Line)]);
            numbered = [.. numbered.Zip(weighed, (pair, line) => (pair.Plan, line))];
            lines.AddRange(weighed);
            tables.AddRange(plan.Grids.Select((grid, index) => Fill(grid, plan.Page.Page.Index, numbered.Where(pair => pair.Plan.Grid == index).ToLookup(pair => pair.Plan.Cell, pair => (pair.Plan, pair.Line)))));
        }

        return new(lines.ToImmutable(), tables.ToImmutable());
    }

    private static ReadTable Fill(Grid grid, int page, ILookup<int, (PlannedLine Plan, TextLine Line)> byCell) => new(page, grid,
        [.. grid.Cells.Select((cell, index) => new ReadCell(cell, [.. byCell[index].Select(pair => pair.Line)], byCell[index].Any(pair => pair.Plan.IsDash)))]);

    /// <summary>Rows of lines from top to bottom; a table stands in the row of its top, its cells row by row.</summary>
    private static ImmutableArray<Placed> Ordered(ImmutableArray<Placed> lines, PagePlan plan)
    {
        var free = ReadingOrder.Rows(lines.Where(line => line.Plan.Grid < 0), line => line.Plan.Polygon.Bounds)
            .Select(row => (Top: row.Min(line => line.Plan.Polygon.Bounds.Centre.Y), Lines: row));
        var tables = plan.Grids.Select((grid, index) => (
            Top: grid.Box.Y1,
            Lines: lines.Where(line => line.Plan.Grid == index).OrderBy(line => line.Plan.Cell).ToImmutableArray()));
        return [.. free.Concat(tables).OrderBy(group => group.Top).SelectMany(group => group.Lines)];
    }
}
