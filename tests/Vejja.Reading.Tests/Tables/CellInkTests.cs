using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests.Tables;

public sealed class CellInkTests
{
    private const double LineHeight = 20;

    private static readonly GridCell Cell = new(0, 0, 1, 1, Polygon.From(new Box(10, 10, 110, 60)));

    private static CellInk Read(DrawnPage page, params Box[] witnesses) =>
        CellInkReading.Read(Cell, ConnectedInk.Find(page.Ink), witnesses, true, LineHeight);

    [Fact]
    public void Read_EmptyCell_HasNoLine() => Assert.Empty(Read(new DrawnPage(120, 80).Blot(2, 2, 3, 3)).Lines);

    [Fact]
    public void Read_Dust_IsNoInk() => Assert.Empty(Read(new DrawnPage(120, 80).Blot(40, 40, 1, 1)).Lines);

    [Theory]
    [InlineData(50, 33, 8, 3, true)]
    [InlineData(50, 34, 14, 2, true)]
    [InlineData(58, 34, 2, 2, true)] // what blur leaves of a dash
    [InlineData(58, 33, 4, 4, true)] // and of one that is enlarged
    [InlineData(58, 33, 3, 4, false)] // what may be left of a 1
    [InlineData(58, 42, 2, 2, false)] // a point
    [InlineData(58, 41, 4, 4, false)] // the same, enlarged
    [InlineData(58, 28, 3, 14, false)] // a lone 1
    [InlineData(50, 56, 8, 2, false)] // at the foot of the cell: a rest of a rule or a full stop
    [InlineData(15, 33, 90, 3, false)] // a line crossing out the cell
    public void Read_LoneStroke_IsDashByItsForm(double x, double y, double width, double height, bool expected) =>
        Assert.Equal(expected, Read(new DrawnPage(120, 80).Blot(x, y, width, height)).IsDash);

    [Fact]
    public void Read_LoneDigit_IsOneLineAroundIt()
    {
        var ink = Read(new DrawnPage(120, 80).Blot(58, 28, 3, 14));

        var line = Assert.Single(ink.Lines);
        Assert.Equal(new Box(58, 28, 61, 42), line.Bounds);
    }

    [Fact]
    public void Read_TwoLines_ArePartedByTheirProfile()
    {
        var ink = Read(new DrawnPage(120, 80).Word(58, 14, 1).Word(20, 36, 9));

        Assert.Equal(2, ink.Lines.Length);
        Assert.Equal((14.0, 26.0), (ink.Lines[0].Bounds.Y1, ink.Lines[0].Bounds.Y2));
        Assert.Equal((36.0, 48.0), (ink.Lines[1].Bounds.Y1, ink.Lines[1].Bounds.Y2));
    }

    [Fact]
    public void Read_SignsBelowLetters_StayInTheirLine()
    {
        // Khmer subscripts stand apart from their letters.
        var ink = Read(new DrawnPage(120, 80).Word(20, 20, 6).Blot(30, 34, 6, 5).Blot(50, 34, 6, 5));

        Assert.Equal(39, Assert.Single(ink.Lines).Bounds.Y2);
    }

    [Theory]
    [InlineData(33, false, 1)]
    [InlineData(33, true, 1)] // a detector took it for a line
    [InlineData(38, false, 2)] // too far below
    public void Read_FootWithAVowelUnderIt_StaysInItsLine(double y, bool isSeen, int lines)
    {
        var page = new DrawnPage(120, 80).Word(20, 20, 6).Blot(37, y, 8, 10);

        Assert.Equal(lines, Read(page, [new(18, 18, 75, 34), .. isSeen ? [new Box(35, y, 47, y + 10)] : Array.Empty<Box>()]).Lines.Length);
    }

    /// <summary>Feet under most letters of a short word are no line where the detector saw one line of all.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public void Read_FeetUnderMostLetters_AreWhatTheDetectorSaw(bool isSeenAsOne, int lines)
    {
        Box[] witnesses = isSeenAsOne ? [new(18, 18, 52, 46)] : [new(18, 16, 52, 34), new(18, 33, 52, 45)];

        Assert.Equal(lines, Read(new DrawnPage(120, 80).Blot(20, 20, 10, 12).Blot(34, 20, 10, 12).Blot(21, 34, 8, 8).Blot(35, 34, 8, 8), witnesses).Lines.Length);
    }

    [Fact]
    public void Read_SmallLineCloseBelowAnother_IsALine() =>
        Assert.Equal(2, Read(new DrawnPage(120, 80).Word(20, 20, 6).Word(20, 33, 5, 11)).Lines.Length);

    [Fact]
    public void Read_TouchingLinesWithTwoWitnesses_ArePartedWhereTheyAreThinnest()
    {
        var page = new DrawnPage(120, 80).Word(20, 14, 8, 16).Word(20, 34, 8, 16).Blot(30, 28, 2, 8);

        var ink = Read(page, new Box(18, 12, 100, 31), new Box(18, 32, 100, 52));

        Assert.Equal(2, ink.Lines.Length);
        Assert.InRange(ink.Lines[0].Bounds.Y2, 29, 35);
    }

    [Fact]
    public void Read_RestOfARuleAtTheEdge_IsNoInk() =>
        Assert.Empty(Read(new DrawnPage(120, 80).Blot(11, 12, 2, 40).Blot(14, 57, 90, 2)).Lines);

    /// <summary>Isosorbide, 21 gél: where no rule stands, a stroke at the side is a letter. One that the rule between two rows left is none.</summary>
    [Fact]
    public void Read_StrokeAtTheSideOfATableWithoutRules_IsALetter()
    {
        var page = new DrawnPage(120, 80).Blot(12, 30, 2, 14).Word(16, 30, 8).Blot(14, 57, 90, 2);

        Assert.Equal(12, Assert.Single(CellInkReading.Read(Cell, ConnectedInk.Find(page.Ink), [], false, LineHeight).Lines).Bounds.X1);
        Assert.Equal(16, Assert.Single(CellInkReading.Read(Cell, ConnectedInk.Find(page.Ink), [], true, LineHeight).Lines).Bounds.X1);
    }

    [Fact]
    public void Read_SlopingCell_KeepsEachLineWhole()
    {
        var cell = new GridCell(0, 0, 1, 1, new Polygon([new(10, 10), new(210, 20), new(210, 70), new(10, 60)]));
        var page = new DrawnPage(230, 90);
        for (var i = 0; i < 20; i++)
            page.Blot(20 + (9 * i), 18 + (0.05 * 9 * i), 6, 12).Blot(20 + (9 * i), 38 + (0.05 * 9 * i), 6, 12);

        Assert.Equal(2, CellInkReading.Read(cell, ConnectedInk.Find(page.Ink), [], true, LineHeight).Lines.Length);
    }

    [Fact]
    public void Read_TwoTextsFarApartOnOneLine_AreTwoLinesFromLeftToRight()
    {
        var cell = new GridCell(0, 0, 1, 1, Polygon.From(new Box(10, 10, 390, 60)));
        var page = new DrawnPage(400, 80).Word(20, 20, 8).Word(300, 20, 8);

        var lines = CellInkReading.Read(cell, ConnectedInk.Find(page.Ink), [], true, LineHeight).Lines;

        Assert.Equal([20, 300], lines.Select(line => (int)line.Bounds.X1));
    }
}
