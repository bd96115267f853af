using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class LineInkTests
{
    private static readonly Polygon Line = Polygon.From(new Box(10, 20, 210, 40));

    [Fact]
    public void Fit_SignsAboveAndBelow_AreInside()
    {
        var box = Fit([Line], new Box(20, 24, 200, 38), new Box(50, 15, 58, 20), new Box(90, 40, 99, 47))[0];
        Assert.Equal((15, 47), (box.Y1, box.Y2));
        Assert.Equal((10, 210), (box.X1, box.X2));
    }

    [Theory]
    [InlineData(50, 2, 58, 10)] // too far above
    [InlineData(50, 18, 51, 19)] // dust
    [InlineData(50, 10, 58, 70)] // through two lines
    [InlineData(230, 10, 240, 50)] // beside the line
    public void Fit_OtherInk_ChangesNothing(double x1, double y1, double x2, double y2)
    {
        var box = Fit([Line], new Box(20, 24, 200, 38), new Box(x1, y1, x2, y2))[0];
        Assert.Equal((21.6, 38.4), (Math.Round(box.Y1, 6), Math.Round(box.Y2, 6)));
    }

    [Fact]
    public void Fit_SignAboveALowLine_IsInsideAsAboveOthers()
    {
        var low = Polygon.From(new Box(10, 100, 60, 112));
        var boxes = Fit([Line, low, Polygon.From(new Box(10, 140, 210, 160))], new Box(40, 90, 44, 99));
        Assert.Equal(90, boxes[1].Y1);
    }

    [Fact]
    public void Fit_InkBetweenTwoLines_GoesToTheNearer()
    {
        var boxes = Fit([Line, Polygon.From(new Box(10, 48, 210, 68))], new Box(50, 39, 60, 46));
        Assert.Equal(46, boxes[0].Y2);
        Assert.Equal(49.6, boxes[1].Y1, 6);
    }

    [Fact]
    public void Fit_BoxesThatOverlap_PartAtTheGapInTheInk()
    {
        var boxes = Fit([Line, Polygon.From(new Box(190, 20, 300, 40))], new Box(180, 22, 194, 38), new Box(197, 22, 220, 38));
        Assert.Equal(boxes[0].X2, boxes[1].X1);
        Assert.InRange(boxes[0].X2, 194, 197);
    }

    [Theory]
    [InlineData(60, 7, 76, 19, 2)] // a short word of the line above
    [InlineData(60, 9, 70, 19, 1)] // a foot of a larger letter above
    [InlineData(60, 35, 80, 48, 1)] // a foot
    [InlineData(60, 13, 70, 24, 1)] // a vowel
    [InlineData(60, 39, 78, 55, 1)] // a foot with a vowel under it
    [InlineData(60, 41, 78, 59, 1)] // the same under letters whose box is low
    [InlineData(60, 45, 78, 61, 2)] // a sign of the next line
    [InlineData(60, 39, 84, 55, 2)] // two of them
    [InlineData(60, 44, 90, 56, 2)] // small print below
    [InlineData(60, 30, 160, 42, 2)] // too long for a foot
    [InlineData(215, 25, 225, 35, 2)] // a digit beside the line
    public void Without_SmallBoxAtALine_IsAFragmentWhereItHangsOnIt(double x1, double y1, double x2, double y2, int left) =>
        Assert.Equal(left, LineFragments.Without([new(Line, 0.9), new(Polygon.From(new Box(x1, y1, x2, y2)), 0.9)]).Length);

    /// <summary>What is ink there are the gaps between the letters.</summary>
    [Fact]
    public void Fit_LightPrintOnADarkGround_IsAQuarterHigherAtEitherSide()
    {
        var page = new DrawnPage(300, 80).Blot(0, 0, 300, 80).Upright.Image;
        for (var letter = 20; letter < 200; letter += 10)
        {
            for (var y = 24; y < 36; y++)
                page.Rgb.AsSpan(3 * ((y * 300) + letter), 9).Fill(255);
        }

        var box = LineInk.Fit([Line], [new(new(0, 0, 300, 80), 1, [])], page)[0].Bounds;

        Assert.Equal((15, 45), (box.Y1, box.Y2));
    }

    private static ImmutableArray<Box> Fit(ImmutableArray<Polygon> lines, params Box[] ink) =>
        [.. LineInk.Fit(lines, [.. ink.Select(box => new InkComponent(box, 1, []))], new DrawnPage(300, 200).Upright.Image).Select(polygon => polygon.Bounds)];
}
