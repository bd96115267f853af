using System.Collections.Immutable;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>
/// Lines of text may stand in columns without being a table: the times of day of a form, labels and values. A table without rules is one only if its header names
/// medicines, or if it goes on with one; else its lines are text in reading order.
/// </summary>
internal static class TextInColumns
{
    /// <summary>The plans without such tables.</summary>
    /// <param name="plans">One a page.</param>
    /// <param name="readings">One a planned line, page by page.</param>
    public static ImmutableArray<PagePlan> Dissolve(ImmutableArray<PagePlan> plans, ImmutableArray<ImmutableArray<LineReading>> readings)
    {
        var before = ImmutableArray.CreateBuilder<ReadTable>();
        return [.. plans.Select((plan, page) => Dissolve(plan, readings[page], before))];
    }

    private static PagePlan Dissolve(PagePlan plan, ImmutableArray<LineReading> readings, ImmutableArray<ReadTable>.Builder before)
    {
        var kept = new int[plan.Grids.Length];
        var grids = ImmutableArray.CreateBuilder<Grid>();
        for (var index = 0; index < plan.Grids.Length; index++)
        {
            var table = Read(plan, readings, index);
            before.Add(table);
            var isTable = table.Grid.IsRuled || MedicineTables.Find(new([], before.ToImmutable())).Tables.Any(found => ReferenceEquals(found.Table.Grid, table.Grid));
            kept[index] = isTable ? grids.Count : -1;
            if (isTable)
                grids.Add(table.Grid);
            else
                before.RemoveAt(before.Count - 1);
        }

        return grids.Count == plan.Grids.Length ? plan : plan with
        {
            Grids = grids.ToImmutable(),
            Lines = [.. plan.Lines.Select(line => line.Grid < 0 ? line : kept[line.Grid] < 0 ? line with { Grid = -1, Cell = -1 } : line with { Grid = kept[line.Grid] })],
        };
    }

    private static ReadTable Read(PagePlan plan, ImmutableArray<LineReading> readings, int grid)
    {
        var byCell = plan.Lines.Zip(readings).Where(line => line.First.Grid == grid).ToLookup(line => line.First.Cell);
        return new(plan.Page.Page.Index, plan.Grids[grid], [.. plan.Grids[grid].Cells.Select((cell, index) => new ReadCell(
            cell, [.. byCell[index].Select(line => new TextLine("", plan.Page.Page.Index, line.First.Polygon, line.Second, Domain.Documents.BlockType.Table))], byCell[index].Any(line => line.First.IsDash)))]);
    }
}
