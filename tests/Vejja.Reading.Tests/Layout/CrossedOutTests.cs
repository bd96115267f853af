using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class CrossedOutTests
{
    private const double LineHeight = 20;

    private static readonly Polygon Line = Polygon.From(new Box(40, 40, 160, 60));

    /// <summary>Ten letters of 8 × 14 pixels with gaps between them.</summary>
    private static DrawnPage Print()
    {
        var page = new DrawnPage(220, 110);
        for (var letter = 0; letter < 10; letter++)
            page.Blot(41 + (12 * letter), 43, 8, 14);
        return page;
    }

    [Fact]
    public void Is_PrintAlone_IsNot() => Assert.False(Is(Print()));

    [Theory]
    [InlineData(50, 50)]
    [InlineData(46, 53)]
    public void Is_StrokeThroughTheMiddle_Is(double left, double right) => Assert.True(Is(Print().Rule(36, left, 164, right)));

    [Theory]
    [InlineData(61, 61)]
    [InlineData(40, 40)]
    public void Is_LineBelowOrAbove_IsNot(double left, double right) => Assert.False(Is(Print().Rule(36, left, 164, right)));

    [Fact]
    public void Is_StrokeThroughAPart_IsNot() => Assert.False(Is(Print().Rule(90, 50, 164, 50)));

    private static bool Is(DrawnPage page) => CrossedOut.Is(Line, page.Ink, ConnectedInk.Find(page.Ink), LineHeight);
}
