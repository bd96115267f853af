using Vejja.Imaging.Rulings;
using Vejja.Imaging.Straightening;
using Vejja.Imaging.Tests.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Rulings;

public sealed class RulingFinderTests
{
    private const double Letters = 14;

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    [InlineData(-40)]
    public void Find_SlantedLine_FromEndToEnd(double fall)
    {
        var page = Drawing.Sheet(600, 300);
        Drawing.Line(page, 50, 150, 550, 150 + fall, 2);
        var path = Assert.Single(Find(page).Horizontal);
        Assert.Equal(50, path.First, 3.0);
        Assert.Equal(550, path.Last, 3.0);
        Assert.Equal(150 + fall, path.At(550), 1.0);
        Assert.InRange(path.Thickness, 1, 4);
    }

    [Fact]
    public void Find_CurledLine_FollowsItInPieces()
    {
        var page = Drawing.Sheet(800, 300);
        for (int x = 50; x < 750; x += 10)
            Drawing.Line(page, x, 150 + Curl(x), x + 10, 150 + Curl(x + 10), 2);
        var path = Assert.Single(Find(page).Horizontal);
        Assert.True(path.Corners.Count > 2);
        for (int x = 60; x < 740; x += 40)
            Assert.Equal(150 + Curl(x), path.At(x), 2.0);

        static double Curl(double x) => 14 * Math.Sin((x - 50) / 700 * Math.PI);
    }

    [Fact]
    public void Find_LineBrokenByLight_IsOne()
    {
        var page = Drawing.Sheet(600, 200);
        Drawing.Line(page, 50, 100, 240, 103, 2);
        Drawing.Line(page, 275, 103.5, 550, 108, 2);
        var path = Assert.Single(Find(page).Horizontal);
        Assert.Equal(500, path.Length, 5.0);
    }

    [Fact]
    public void Find_TwoParallelLines_StayTwo()
    {
        var page = Drawing.Sheet(600, 200);
        Drawing.Line(page, 50, 100, 550, 100, 2);
        Drawing.Line(page, 50, 106, 550, 106, 2);
        Assert.Equal(2, Find(page).Horizontal.Length);
    }

    [Fact]
    public void Find_RowsOfLetters_AreNoRules()
    {
        var page = Drawing.Sheet(900, 300);
        for (int letter = 0; letter < 60; letter++)
        {
            Drawing.Line(page, 40 + (letter * 14), 100 + (letter % 3), 51 + (letter * 14), 100 + (letter % 2), 2);
            Drawing.Line(page, 45 + (letter * 14), 100, 45 + (letter * 14), 114, 2);
        }

        var rulings = Find(page);
        Assert.Empty(rulings.Horizontal);
        Assert.Empty(rulings.Vertical);
    }

    [Fact]
    public void Find_ShortPieceBetweenRules_IsARule()
    {
        var page = Drawing.Sheet(600, 300);
        Drawing.Line(page, 50, 100, 550, 100, 2);
        Drawing.Line(page, 50, 140, 550, 140, 2);
        Drawing.Line(page, 300, 100, 300, 140, 2);
        Drawing.Line(page, 400, 200, 400, 240, 2);
        var path = Assert.Single(Find(page).Vertical);
        Assert.Equal(300, path.Corners[0].Across, 1.5);
    }

    /// <summary>The tops of the letters of a word that fills its cell.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 0)]
    public void Find_ShortPieceBetweenRules_IsNoneWhereItIsRough(int step, int pieces)
    {
        var page = Drawing.Sheet(600, 300);
        Drawing.Line(page, 100, 50, 100, 250, 2);
        Drawing.Line(page, 160, 50, 160, 250, 2);
        for (int x = 100; x < 160; x += 12)
        {
            Drawing.Line(page, x, 150, x + 6, 150, 2);
            Drawing.Line(page, x + 6, 150 + step, x + 12, 150 + step, 2);
        }

        Assert.Equal(pieces, Find(page).Horizontal.Length);
    }

    [Fact]
    public void Find_TextThatTouchesARule_LeavesItWhole()
    {
        var page = Drawing.Sheet(600, 200);
        Drawing.Line(page, 50, 100, 550, 100, 2);
        for (int x = 100; x < 500; x += 60)
            Drawing.Fill(page, x, 90, 14, 20);
        Assert.Equal(500, Assert.Single(Find(page).Horizontal).Length, 5.0);
    }

    private static Vejja.Imaging.Rulings.Rulings Find(PageImage page) => RulingFinder.Find(InkFinding.Find(page, 31), Letters);
}
