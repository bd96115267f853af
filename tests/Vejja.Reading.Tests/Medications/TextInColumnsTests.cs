using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Medications;

public sealed class TextInColumnsTests
{
    [Theory]
    [InlineData("ឈ្មោះថ្នាំ|ព្រឹក|ល្ងាច|ចំនួន", 1)]
    [InlineData("Medicine|Morning (6-8)|Evening (17-18)|Qty", 1)]
    [InlineData("1- Paracétamol|ព្រឹក 1|ល្ងាច 1|យប់ 1", 0)]
    [InlineData("ព្រឹក 1 គ្រាប់|ថ្ងៃត្រង់ -|ល្ងាច ½ គ្រាប់|យប់", 0)]
    public void Dissolve_AlignedRows_AreATableOnlyUnderAHeader(string first, int tables)
    {
        var (plan, readings) = Planned(first, "Ambroxol 30mg|1|1|10", "Ibuprofen 200mg|1|-|5");

        var dissolved = Assert.Single(TextInColumns.Dissolve([plan], [readings]));

        Assert.Equal(tables, dissolved.Grids.Length);
        Assert.All(dissolved.Lines, line => Assert.Equal(tables - 1, line.Grid));
    }

    [Fact]
    public void Dissolve_RowBelowTimesWithTheirDoses_IsNoHeaderEither()
    {
        var (plan, readings) = Planned("ព្រឹក 1 គ្រាប់|ថ្ងៃត្រង់ -|ល្ងាច|យប់", "☐ មុនបាយ||☐ ក្រោយបាយ|→ 3 ថ្ងៃ", "Lopiten 10 mg||| × 30 គ្រាប់");

        Assert.Empty(Assert.Single(TextInColumns.Dissolve([plan], [readings])).Grids);
    }

    private static (PagePlan Plan, ImmutableArray<LineReading> Readings) Planned(params string[] rows)
    {
        var table = Printed.Table(rows);
        var lines = table.Cells.SelectMany((cell, index) => cell.Lines.Select(line => new PlannedLine(line.Polygon, LineKind.Cell, 0, index, cell.IsDash, LineMarks.None))).ToImmutableArray();
        var page = new UprightPage(new Page(0, 500, 300, 0, 0, [], Homography.Identity), new PageImage(1, 1, new byte[3]), new InkMap(0, 0, []), []);
        return (new(page, [table.Grid with { IsRuled = false }], lines, 20, []), [.. table.Cells.SelectMany(cell => cell.Lines).Select(line => line.Reading)]);
    }
}
