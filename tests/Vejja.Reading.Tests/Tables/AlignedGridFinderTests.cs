using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class AlignedGridFinderTests
{
    private const double LineHeight = 20;

    private static DetectedLine Line(double x, double y, double width) => new(Polygon.From(new Box(x, y, x + width, y + 20)), 0.9);

    /// <summary>A word on the page, and its line as the detector finds it.</summary>
    private static void Print(DrawnPage page, List<DetectedLine> lines, int x, int y, int letters)
    {
        lines.Add(Line(x, y, 10 * letters));
        page.Word(x, y + 4, letters);
    }

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

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((5, 5), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Find_LaterRowsLongerThanTheFirst_AreWhole()
    {
        var page = new DrawnPage(900, 300);
        var lines = new List<DetectedLine>();
        for (var row = 0; row < 5; row++)
        {
            foreach (var x in new[] { 150, 300, 400, 500 })
                Print(page, lines, x, 40 + (35 * row), row == 4 && x == 500 ? 20 : 6);
        }

        // A foot of the last row, and a sign left of the fourth.
        page.Blot(520, 199, 6, 5);
        Print(page, lines, 120, 145, 3);

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((5, 4), (grid.Rows, grid.Columns));
        Assert.InRange(grid.Box.X2, 665, 690);
        Assert.InRange(grid.Box.X1, 115, 120);
        Assert.InRange(grid.Box.Y2, 204, 212);
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

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((4, 5), (grid.Rows, grid.Columns));
    }

    /// <summary>The wrapped name's numbers fill three of seven columns, between the name's two lines.</summary>
    [Fact]
    public void Find_FewNumbersBesideANameOfTwoLines_AreARowOfTheirOwn()
    {
        var page = new DrawnPage(900, 400);
        var lines = new List<DetectedLine>();
        void Word(int x, int y, int letters) => Print(page, lines, x, y, letters);

        foreach (var x in new[] { 50, 300, 380, 460, 540, 640, 740 })
            Word(x, 40, 6);
        Word(50, 85, 18);
        foreach (var x in new[] { 310, 650, 740 })
            Word(x, 105, 2);
        Word(50, 125, 14);
        foreach (var y in new[] { 165, 205 })
        {
            Word(50, y, 15);
            foreach (var x in new[] { 310, 470, 650, 740 })
                Word(x, y, 2);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((4, 7), (grid.Rows, grid.Columns));
        var name = grid.Cells.Single(cell => (cell.Row, cell.Column) == (1, 0)).Polygon.Bounds;
        Assert.True(name.Y1 < 88 && name.Y2 > 140 && name.Y2 < 170, $"{name}");
    }

    /// <summary>Name and date of the patient reach over two columns of the table below, and stand where others do.</summary>
    [Fact]
    public void Find_PatientAboveTheHeader_IsNoRowAndJoinsNoColumns()
    {
        var page = new DrawnPage(900, 400);
        var lines = new List<DetectedLine>();
        void Word(int x, int y, int letters) => Print(page, lines, x, y, letters);

        Word(50, 20, 20);
        foreach (var y in new[] { 60, 90 })
        {
            Word(50, y, 14);
            Word(480, y, 9);
            Word(780, y, 8);
        }

        foreach (var x in new[] { 50, 120, 300, 400, 500, 600, 700, 800 })
            Word(x, 130, 5);
        foreach (var y in new[] { 170, 205 })
        {
            foreach (var (x, letters) in new[] { (55, 1), (120, 13), (300, 4), (420, 1), (620, 1), (810, 2) })
                Word(x, y, letters);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((3, 8), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Find_LinesOfText_GiveNoTable()
    {
        DetectedLine[] lines = [Line(50, 40, 300), Line(50, 70, 420), Line(50, 100, 200), Line(300, 100, 100), Line(50, 130, 380)];

        Assert.Empty(AlignedGridFinder.Find([.. lines], [], [], LineHeight, _ => false));
    }

    [Fact]
    public void Find_WhiteHeaderOnADarkBar_IsTheFirstRow()
    {
        var page = new DrawnPage(700, 300);
        page.Blot(40, 36, 560, 28);
        List<DetectedLine> lines = [.. new[] { 50, 220, 320, 420, 520 }.Select(x => Line(x, 40, 60))];
        for (var row = 0; row < 4; row++)
        {
            var y = 80 + (35 * row);
            lines.Add(Line(50, y, 120));
            lines.Add(Line(520, y, 70));
            page.Word(50, y + 4, 12).Word(520, y + 4, 7).Blot(345, y + 4, 3, 12).Blot(245, y + 9, 8, 2).Blot(440, y + 4, 6, 12);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((5, 5), (grid.Rows, grid.Columns));
        Assert.Empty(DarkGround.PrintOf(grid.Cells[1], page.Upright.Image, LineHeight)!.Value);
        Assert.Null(DarkGround.PrintOf(grid.Cells[6], page.Upright.Image, LineHeight));
    }

    [Fact]
    public void Part_RulesBetweenTheRows_KeepTheLinesOfARowTogether()
    {
        // The usage of the second medicine has a line above and one below the middle of its row.
        Box[] Row(double y) => [.. new[] { 0, 100, 200, 300 }.Select(x => new Box(x, y, x + 20, y + 15))];
        ImmutableArray<Box>[] rows = [[.. Row(0)], [new(300, 40, 380, 55)], [.. Row(52)], [new(300, 64, 380, 79)], [.. Row(100)]];
        (double, double)[] columns = [(0, 20), (100, 120), (200, 220), (300, 380)];
        RulingLine Rule(double y) => new(new(0, y), new(380, y), 1, true);

        var bands = RowRules.Part(rows, 3, [.. columns], [Rule(25), Rule(90)]);

        Assert.Equal([(0.0, 15.0), (40.0, 79.0), (100.0, 115.0)], bands!);
        Assert.Null(RowRules.Part(rows, 3, [.. columns], [Rule(25)]));
    }

    [Fact]
    public void Find_LineAboveTheHeaderThatSpansTwoColumns_StaysOutside()
    {
        var page = new DrawnPage(700, 300);
        var lines = new List<DetectedLine>();
        // A label and its value over the last two columns, then a header and two rows.
        lines.AddRange([Line(50, 20, 60), Line(450, 20, 150)]);
        page.Word(50, 24, 6).Word(450, 24, 15);
        for (var row = 0; row < 3; row++)
        {
            var y = 70 + (35 * row);
            foreach (var x in new[] { 50, 220, 320, 420, 520 })
            {
                lines.Add(Line(x, y, 60));
                page.Word(x, y + 4, 6);
            }
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((3, 5), (grid.Rows, grid.Columns));
        Assert.InRange(grid.Box.Y1, 60, 75);
    }

    [Fact]
    public void Find_TwoRowsUnderAWhiteHeaderOnADarkBar_HaveTheColumnsOfItsWords()
    {
        // What is ink on the bar lies between the letters and parts no columns.
        var page = new DrawnPage(700, 300);
        List<DetectedLine> lines = [.. new[] { 50, 220, 320, 420, 520 }.Select(x => Line(x, 40, 60))];
        foreach (var x in new[] { 50, 220, 320, 420, 520 })
            page.Blot(x + 5, 44, 5, 8).Blot(x + 40, 44, 5, 8);
        for (var row = 0; row < 2; row++)
        {
            var y = 80 + (35 * row);
            lines.AddRange([Line(50, y, 100), Line(520, y, 60)]);
            page.Word(50, y + 4, 12).Word(520, y + 4, 6).Blot(245, y + 4, 6, 12).Blot(345, y + 4, 6, 12).Blot(445, y + 4, 6, 12);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, box => box.Y2 < 65));

        Assert.Equal((3, 5), (grid.Rows, grid.Columns));
    }

    [Fact]
    public void Find_NumbersBesideTheSecondLineOfAName_StayInOneRow()
    {
        var page = new DrawnPage(700, 400);
        var lines = new List<DetectedLine>();
        for (var row = 0; row < 3; row++)
            AddRow(40 + (40 * row));
        // Name above and below the middle of the last row; a detector's boxes of the three lines overlap.
        foreach (var shift in new[] { -14, 14 })
        {
            lines.Add(Line(50, 170 + shift, 120));
            page.Word(50, 170 + shift + 4, 12);
        }

        foreach (var x in new[] { 220, 320, 420, 520 })
        {
            lines.Add(Line(x, 166, 40));
            page.Word(x, 166 + 6, 3);
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((4, 5), (grid.Rows, grid.Columns));

        void AddRow(int y)
        {
            foreach (var (x, letters) in new[] { (50, 12), (220, 3), (320, 3), (420, 3), (520, 3) })
            {
                lines.Add(Line(x, y, 10 * letters));
                page.Word(x, y + 4, letters);
            }
        }
    }

    [Fact]
    public void Find_LineFarAboveWhoseWordsStandInColumns_IsNoRow()
    {
        var page = new DrawnPage(700, 400);
        var lines = new List<DetectedLine> { Line(50, 40, 60), Line(220, 40, 60) };
        page.Word(50, 44, 6).Word(220, 44, 6);
        for (var row = 0; row < 4; row++)
        {
            foreach (var x in new[] { 50, 220, 320, 420, 520 })
            {
                lines.Add(Line(x, 100 + (40 * row), 60));
                page.Word(x, 104 + (40 * row), 6);
            }
        }

        var grid = Assert.Single(AlignedGridFinder.Find([.. lines], ConnectedInk.Find(page.Ink), [], LineHeight, _ => false));

        Assert.Equal((4, 5), (grid.Rows, grid.Columns));
    }
}
