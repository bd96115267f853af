using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tests.Tables;

namespace Vejja.Reading.Tests.Layout;

public sealed class StampsTests
{
    [Fact]
    public void WithoutStamps_LineAskew_IsNoText()
    {
        var page = new DrawnPage(600, 300);
        DetectedLine[] lines =
        [
            new(Polygon.From(new Box(10, 10, 200, 30)), 0.9), new(Polygon.From(new Box(10, 50, 200, 70)), 0.9), new(Polygon.From(new Box(10, 90, 200, 110)), 0.9),
            new(new Polygon([new(300, 50), new(500, 100), new(490, 140), new(290, 90)]), 0.9),
        ];

        Assert.Equal(3, Stamps.WithoutStamps([.. lines], page.Upright).Length);
    }

    [Fact]
    public void WithoutStamps_FootThatLeansBesideALevelLine_LeavesTheLine()
    {
        DetectedLine[] lines =
        [
            new(Polygon.From(new Box(17, 20, 124, 46)), 0.9), new(new Polygon([new(57, 36), new(79, 41), new(77, 64), new(55, 59)]), 0.9),
        ];

        Assert.Equal(2, Stamps.WithoutStamps([.. lines], new DrawnPage(200, 100).Upright).Length);
    }

    [Fact]
    public void WithoutStamps_ShortWordWithAHighLetterAndALowFoot_IsText()
    {
        DetectedLine[] lines =
        [
            new(Polygon.From(new Box(10, 10, 200, 30)), 0.9), new(Polygon.From(new Box(10, 50, 200, 70)), 0.9), new(Polygon.From(new Box(10, 90, 200, 110)), 0.9),
            new(new Polygon([new(300, 60), new(386, 49), new(391, 85), new(305, 96)]), 0.9),
        ];

        Assert.Equal(4, Stamps.WithoutStamps([.. lines], new DrawnPage(600, 300).Upright).Length);
    }

    [Theory]
    [InlineData(90, 90, 95, 240, 240, 240, false)] // print
    [InlineData(90, 90, 190, 240, 240, 240, true)] // a pen
    [InlineData(80, 110, 145, 185, 245, 255, false)] // print in the light of a blue lamp
    [InlineData(92, 55, 20, 255, 233, 163, false)] // of a yellow one, whose red is cut off
    [InlineData(60, 70, 200, 185, 245, 255, true)] // a pen in the blue light
    public void IsColoured_InkOnItsPaper_IsSeenInThePapersLight(byte red, byte green, byte blue, byte paperRed, byte paperGreen, byte paperBlue, bool expected)
    {
        const int size = 20;
        var ink = new byte[size * size];
        var rgb = new byte[3 * size * size];
        for (var at = 0; at < ink.Length; at++)
        {
            ink[at] = at % size is >= 8 and < 11 ? (byte)1 : (byte)0;
            var level = ink[at] == 1 ? (red, green, blue) : (paperRed, paperGreen, paperBlue);
            (rgb[3 * at], rgb[(3 * at) + 1], rgb[(3 * at) + 2]) = level;
        }

        var page = new UprightPage(new Page(0, size, size, 0, 0, [], Homography.Identity), new PageImage(size, size, rgb), new InkMap(size, size, ink), []);
        Assert.Equal(expected, Stamps.IsColoured(new Box(0, 0, size, size), page));
    }
}
