using Vejja.Domain.Geometry;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class RuledGridFinderTests
{
    private const double LineHeight = 20;

    private static readonly double[] Xs = [50, 90, 250, 350, 420, 520];
    private static readonly double[] Ys = [100, 150, 200, 240, 300];

    public static TheoryData<string> Distortions => ["none", "skew", "perspective", "curl"];

    private static Func<double, double, PagePoint> Warp(string distortion) => distortion switch
    {
        "skew" => (x, y) => new(x - (0.02 * y), y + (0.02 * x)),
        "perspective" => (x, y) => new(300 + ((x - 300) * (0.9 + (y / 4000))), y + (0.00004 * (x - 300) * y)),
        "curl" => (x, y) => new(x, y + (8 * Math.Sin(x / 200))),
        _ => (x, y) => new(x, y),
    };

    private static DrawnPage Table(string distortion, double piece = 40)
    {
        var page = new DrawnPage(640, 400) { Warp = Warp(distortion) };
        foreach (var y in Ys)
            page.Rule(Xs[0], y, Xs[^1], y, piece);
        foreach (var x in Xs)
            page.Rule(x, Ys[0], x, Ys[^1], piece);
        return page;
    }

    [Theory]
    [MemberData(nameof(Distortions))]
    public void Find_FullGrid_GivesEveryCell(string distortion)
    {
        var page = Table(distortion);

        var grid = Assert.Single(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));

        Assert.Equal((4, 5, 20), (grid.Rows, grid.Columns, grid.Cells.Length));
        Assert.All(grid.Cells, cell => Assert.Equal((1, 1), (cell.RowSpan, cell.ColumnSpan)));
        foreach (var cell in grid.Cells)
        {
            var centre = Warp(distortion)((Xs[cell.Column] + Xs[cell.Column + 1]) / 2, (Ys[cell.Row] + Ys[cell.Row + 1]) / 2);
            Assert.True(new CellFrame(cell.Polygon).Holds(centre), $"{distortion}: {cell}");
        }
    }

    [Fact]
    public void Find_MergedCells_GivesSpans()
    {
        // The header's last three columns are one cell above, three below; the first column's cell is two rows high.
        var page = new DrawnPage(640, 400);
        page.Rule(50, 100, 520, 100).Rule(90, 150, 520, 150).Rule(50, 200, 520, 200).Rule(50, 240, 520, 240);
        page.Rule(50, 100, 50, 240).Rule(90, 100, 90, 240).Rule(250, 100, 250, 240).Rule(350, 150, 350, 240).Rule(420, 150, 420, 240).Rule(520, 100, 520, 240);

        var grid = Assert.Single(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));

        Assert.Equal((3, 5), (grid.Rows, grid.Columns));
        Assert.Contains(grid.Cells, cell => cell is { Row: 0, Column: 2, RowSpan: 1, ColumnSpan: 3 });
        Assert.Contains(grid.Cells, cell => cell is { Row: 0, Column: 0, RowSpan: 2, ColumnSpan: 1 });
        Assert.Equal(15, grid.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan));
    }

    [Fact]
    public void Find_RuleSegmentNotFoundButInked_KeepsCellsApart()
    {
        var page = new DrawnPage(640, 400);
        foreach (var y in Ys)
            page.Rule(50, y, 520, y);
        foreach (var x in Xs)
            page.Rule(x, 100, x, 150).Rule(x, 150, x, 200, found: x != 250).Rule(x, 200, x, 300);

        var grid = Assert.Single(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));

        Assert.Equal(20, grid.Cells.Length);
    }

    [Fact]
    public void Find_OpenLeftAndRightSides_ClosesThem()
    {
        var page = new DrawnPage(640, 400);
        foreach (var y in Ys)
            page.Rule(50, y, 520, y);
        foreach (var x in Xs[1..^1])
            page.Rule(x, 100, x, 300);

        var grid = Assert.Single(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));

        Assert.Equal((4, 5, 20), (grid.Rows, grid.Columns, grid.Cells.Length));
    }

    [Fact]
    public void Find_FrameAndUnderline_GiveNoTable()
    {
        var page = new DrawnPage(640, 400);
        page.Rule(50, 50, 150, 50).Rule(50, 90, 150, 90).Rule(50, 50, 50, 90).Rule(150, 50, 150, 90).Rule(300, 300, 500, 300);

        Assert.Empty(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));
    }

    [Fact]
    public void Find_DottedRules_AreRules()
    {
        var page = new DrawnPage(640, 400);
        foreach (var y in Ys)
        {
            for (var x = Xs[0]; x <= Xs[^1]; x += 6)
                page.Blot(x, y, 2, 2);
        }

        foreach (var x in Xs)
        {
            for (var y = Ys[0] + 6; y <= Ys[^1]; y += 6)
                page.Blot(x, y, 2, 2);
        }

        var rules = DottedRules.Find(Vejja.Reading.Layout.ConnectedInk.Find(page.Ink), LineHeight);
        var grid = Assert.Single(RuledGridFinder.Find([.. rules.Select(rule => rule.Line)], page.Ink, LineHeight));

        Assert.Equal((4, 5, 20), (grid.Rows, grid.Columns, grid.Cells.Length));
    }

    [Fact]
    public void Find_DotsOfLetters_AreNoRules()
    {
        var page = new DrawnPage(640, 400);
        foreach (var x in new[] { 20, 41, 55, 83, 90, 131, 150, 163, 200, 215, 260 })
            page.Word(x, 50, 1).Blot(x + 1, 44, 2, 2);

        Assert.Empty(DottedRules.Find(Vejja.Reading.Layout.ConnectedInk.Find(page.Ink), LineHeight));
    }

    [Fact]
    public void Find_TwoTables_AreToldApart()
    {
        var page = new DrawnPage(640, 400);
        foreach (var top in new[] { 20, 220 })
        {
            foreach (var y in new[] { 0, 40, 80 })
                page.Rule(50, top + y, 500, top + y);
            foreach (var x in new[] { 50, 200, 350, 500 })
                page.Rule(x, top, x, top + 80);
        }

        var grids = RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight);

        Assert.Equal([(2, 3), (2, 3)], grids.Select(grid => (grid.Rows, grid.Columns)));
        Assert.True(grids[0].Box.Y2 < grids[1].Box.Y1);
    }

    [Theory]
    [MemberData(nameof(Distortions))]
    public void Find_FrameAroundTheWholeSheet_IsNoPartOfTheTable(string distortion)
    {
        var page = Table(distortion);
        page.Rule(4, 4, 630, 4).Rule(4, 390, 630, 390).Rule(4, 4, 4, 390).Rule(630, 4, 630, 390);

        var grid = Assert.Single(RuledGridFinder.Find(page.Rulings, page.Ink, LineHeight));

        Assert.Equal((4, 5, 20), (grid.Rows, grid.Columns, grid.Cells.Length));
    }
}
