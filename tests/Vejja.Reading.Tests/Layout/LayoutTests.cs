using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class LayoutTests
{
    private static readonly Func<Box, Box> Self = box => box;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Rows_ThresholdInLineHeights_HoldsAtEveryResolution(double scale)
    {
        Box At(double x, double y) => new(scale * x, scale * y, scale * (x + 80), scale * (y + 20));

        var rows = ReadingOrder.Rows([At(200, 3), At(0, 0), At(100, 30), At(0, 28), At(100, 6)], Self);

        Assert.Equal([[0, 100, 200], [0, 100]], rows.Select(row => row.Select(box => (int)(box.X1 / scale)).ToArray()));
    }

    [Fact]
    public void Extend_LeadingDigitTheDetectorLost_IsTakenIn()
    {
        var page = new DrawnPage(300, 60).Blot(50, 22, 7, 14).Word(68, 22, 10);
        var line = new DetectedLine(Polygon.From(new Box(64, 16, 160, 42)), 0.9);

        var polygon = Assert.Single(LineExtension.Extend([line], ConnectedInk.Find(page.Ink), []));

        Assert.InRange(polygon.Bounds.X1, 49, 51);
    }

    [Fact]
    public void Extend_PiecesOfAHeadingAndATallLetterBetweenThem_AreOneLine()
    {
        // The second piece is that of letters without heads; the letter between them has a foot.
        var page = new DrawnPage(400, 90).Word(30, 22, 10, 20).Blot(180, 16, 16, 40).Word(205, 22, 6, 20);
        DetectedLine[] lines = [new(Polygon.From(new Box(26, 16, 172, 46)), 0.9), new(Polygon.From(new Box(203, 20, 292, 44)), 0.9)];

        var bounds = Assert.Single(LineExtension.Extend([.. lines], ConnectedInk.Find(page.Ink), [])).Bounds;

        Assert.Equal((26, 16, 292, 46), (bounds.X1, bounds.Y1, bounds.X2, bounds.Y2));
    }

    [Fact]
    public void Extend_LinesSideBySide_StayTwo()
    {
        var page = new DrawnPage(400, 90).Blot(14, 22, 6, 20).Word(30, 22, 10, 20).Word(205, 22, 6, 20);
        DetectedLine[] lines = [new(Polygon.From(new Box(26, 16, 194, 46)), 0.9), new(Polygon.From(new Box(203, 16, 292, 46)), 0.9)];

        Assert.Equal([14, 203], LineExtension.Extend([.. lines], ConnectedInk.Find(page.Ink), []).Select(line => (int)line.Bounds.X1));
    }

    [Fact]
    public void Extend_FarOrTallOrOtherLinesInk_IsLeft()
    {
        var page = new DrawnPage(400, 120).Blot(5, 22, 7, 14).Word(68, 22, 10).Blot(180, 2, 40, 110).Blot(70, 60, 7, 14);
        var line = new DetectedLine(Polygon.From(new Box(64, 16, 160, 42)), 0.9);

        var bounds = Assert.Single(LineExtension.Extend([line], ConnectedInk.Find(page.Ink), [])).Bounds;

        Assert.Equal((64.0, 160.0), (bounds.X1, bounds.X2));
    }

    [Fact]
    public void Find_DigitNobodyRead_IsListed()
    {
        var page = new DrawnPage(300, 100).Word(20, 22, 10).Blot(130, 22, 6, 14);

        var unread = UnreadInk.Find(ConnectedInk.Find(page.Ink), [new Box(16, 18, 110, 40)], 22);

        Assert.Equal(130, Assert.Single(unread).X1);
    }

    [Fact]
    public void Find_CrowdOfSmallInk_IsAPictureAndNoDigit()
    {
        var page = new DrawnPage(300, 100).Word(20, 22, 10);
        for (var x = 0; x < 6; x++)
            page.Blot(130 + (9 * x), 20, 6, 12).Blot(130 + (9 * x), 36, 6, 12);

        Assert.Empty(UnreadInk.Find(ConnectedInk.Find(page.Ink), [new Box(16, 18, 110, 40)], 22));
    }

    [Fact]
    public void Classify_AroundTheTable_HeaderAndFooter()
    {
        LaidLine Laid(double y, bool inTable = false) => new("text", Polygon.From(new Box(0, y, 100, y + 20)), inTable);

        var types = new RuleBlockClassifier().Classify(new(500, 800, [Laid(10), Laid(300, true), Laid(350, true), Laid(600)]));

        Assert.Equal([BlockType.Header, BlockType.Table, BlockType.Table, BlockType.Footer], types);
    }

    [Theory]
    [InlineData("ព្រឹក", Script.Khmer)]
    [InlineData("Paracetamol 500mg", Script.Latin)]
    [InlineData("1 គ្រាប់ PO", Script.Mixed)]
    [InlineData("22/06/2025", Script.None)]
    [InlineData("២២", Script.None)]
    public void Of_Texts_GivesTheirScript(string text, Script expected) => Assert.Equal(expected, Scripts.Of(text));

    [Fact]
    public void Languages_MixedSheet_MostTextFirst() =>
        Assert.Equal(["khm", "fra", "eng"], Scripts.Languages(["ឈ្មោះអ្នកជំងឺ អាយុ ភេទ ស្រី រោគវិនិច្ឆ័យ ប្រភេទបង់ប្រាក់ មូលនិធិសមធម៌", "1 comprimé matin et soir pendant 7 jours", "Hospital"]));

    [Fact]
    public void Extend_DashBehindAWord_IsTakenIn()
    {
        var page = new DrawnPage(300, 60).Word(68, 22, 10).Blot(172, 28, 8, 2);
        var line = new DetectedLine(Polygon.From(new Box(64, 16, 160, 42)), 0.9);

        var polygon = Assert.Single(LineExtension.Extend([line], ConnectedInk.Find(page.Ink), []));

        Assert.InRange(polygon.Bounds.X2, 179, 181);
    }

    [Fact]
    public void Plan_BoxesDrawnAroundText_AreNoTable()
    {
        // Each box holds a name and a quantity, four doses, two words: its rows stand in line with those of the next.
        var page = new DrawnPage(500, 500);
        var lines = new List<DetectedLine>();
        foreach (var y in new[] { 20, 170, 320 })
        {
            page.Rule(20, y, 480, y).Rule(20, y + 130, 480, y + 130).Rule(20, y, 20, y + 130).Rule(480, y, 480, y + 130);
            Add(y + 24, 40, 380);
            Add(y + 60, 40, 150, 260, 380);
            Add(y + 96, 40, 260);
        }

        var plan = PagePlanning.Plan(page.Upright, [.. lines]);

        Assert.Empty(plan.Grids);
        Assert.Equal(24, plan.Lines.Length);

        void Add(int y, params int[] places)
        {
            foreach (var x in places)
            {
                page.Word(x, y, 6);
                lines.Add(new(Polygon.From(new Box(x - 4, y - 6, x + 54, y + 18)), 0.9));
            }
        }
    }

    [Fact]
    public void Plan_DotsThatNobodyFilledIn_AreAPlaceOfTheirOwnAndNoInk()
    {
        // A label and its number, a label and dots, another label and its number: one line to the detector.
        var page = new DrawnPage(600, 80).Word(40, 24, 5, 20).Word(120, 24, 1, 20).Word(180, 24, 5, 20).Word(420, 24, 5, 20).Word(500, 24, 1, 20);
        for (var dot = 0; dot < 8; dot++)
            page.Blot(270 + (8 * dot), 41, 3, 3);

        var plan = PagePlanning.Plan(page.Upright, [new DetectedLine(Polygon.From(new Box(36, 18, 520, 50)), 0.9)]);

        Assert.Equal([false, true, false], plan.Lines.OrderBy(line => line.Polygon.Bounds.X1).Select(line => line.IsLeader));
        Assert.DoesNotContain(plan.Ink, part => part.Box.Height <= 3);
    }

    [Fact]
    public void Plan_DotsThatWereFilledIn_AreErasedUnderThePrint()
    {
        var page = new DrawnPage(600, 80).Word(40, 24, 5, 20).Word(180, 20, 6, 18);
        for (var dot = 0; dot < 20; dot++)
            page.Blot(160 + (8 * dot), 43, 3, 3);

        var plan = PagePlanning.Plan(page.Upright, [new DetectedLine(Polygon.From(new Box(36, 16, 330, 50)), 0.9)]);

        Assert.False(Assert.Single(plan.Lines).IsLeader);
        Assert.Equal(255, plan.Page.Image.Rgb[3 * ((44 * 600) + 161)]);
    }
}
