using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class AlignedGridFinderTests
{
    private const double LineHeight = 20;

    private static DetectedLine Line(double x, double y, double width) => new(Polygon.From(new Box(x, y, x + width, y + 20)), 0.9);

    [Fact]
    public void Find_AlignedRowsWithDigitsNobodyDetected_GivesTheirColumns()
    {
        var page = new DrawnPage(700, 300);
        var lines = new List<DetectedLine>();
        foreach (var x in new[] { 50, 220, 320, 420, 520 })
        {
            lines.Add(Line(x, 40, 60));
            page.Word(x, 44, 6);
        }

        for (var row = 0; row < 4; row++)
        {
            var y = 80 + (35 * row);
            lines.Add(Line(50, y, 120));
            lines.Add(Line(520, y, 70));
            page.Word(50, y + 4, 12).Word(520, y + 4, 7).Blot(345, y + 4, 3, 12).Blot(245, y + 9, 8, 2).Blot(440, y + 4, 6, 12);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), LineHeight));

        Assert.Equal((5, 5), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Find_CellOfTwoLines_StaysInItsRow()
    {
        var page = new DrawnPage(700, 400);
        var lines = new List<DetectedLine>();
        for (var row = 0; row < 4; row++)
        {
            var y = 40 + (70 * row);
            foreach (var x in new[] { 50, 150, 300, 400 })
            {
                lines.Add(Line(x, y, 60));
                page.Word(x, y + 4, 6);
            }

            // The last column's cell has a line above and a line below the row's middle.
            foreach (var shift in new[] { -13, 13 })
            {
                lines.Add(Line(500, y + shift, 150));
                page.Word(500, y + shift + 4, 16);
            }
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), LineHeight));

        Assert.Equal((4, 5), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Find_LinesOfText_GiveNoTable()
    {
        DetectedLine[] lines = [Line(50, 40, 300), Line(50, 70, 420), Line(50, 100, 200), Line(300, 100, 100), Line(50, 130, 380)];

        Assert.Empty(AlignedGridFinder.Find([.. lines], [], LineHeight));
    }
}
