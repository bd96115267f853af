using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Layout;

public sealed class LinePictureTests
{
    [Fact]
    public void Whole_PartOfTheLineDetected_ReachesFromEdgeToEdge() =>
        Assert.Equal(new Box(0, 4, 700, 36), Only(LinePicture.Whole(Picture(700, 44), Detected(new Box(20, 9.5, 300, 30.5), new(320, 10, 500, 30), new(505, 20, 520, 24)))) is var line
            ? new Box(line.X1, Math.Round(line.Y1), line.X2, Math.Round(line.Y2)) : default);

    [Fact]
    public void Whole_OnlyASpeckDetected_IsThePicture() =>
        Assert.Equal(new Box(0, 0, 700, 40), Only(LinePicture.Whole(Picture(700, 40), Detected(new Box(2, 16, 15, 27)))));

    [Fact]
    public void Whole_LineWithMuchPaperAround_LeavesThePaperOut() =>
        Assert.Equal((42, 78), Only(LinePicture.Whole(Picture(600, 120), Detected(new Box(40, 48, 560, 72)))) is var line ? (line.Y1, line.Y2) : default);

    [Fact]
    public void Whole_RestOfANeighbourAtTheEdge_IsOneLine() =>
        Assert.Equal(12, Only(LinePicture.Whole(Picture(384, 80), Detected(new Box(17, 0, 144, 18), new(18, 20, 372, 52)))).Y1);

    [Fact]
    public void Whole_LinesOneBelowTheOther_StayAsDetected()
    {
        var detected = Detected(new Box(4, 0, 300, 28), new(4, 31, 260, 60));

        Assert.Equal(detected, LinePicture.Whole(Picture(320, 60), detected));
    }

    [Fact]
    public void Whole_VowelsThatReachIntoTheLetters_AreOneLine() =>
        Assert.Equal((17, 78), Only(LinePicture.Whole(Picture(659, 98), Detected(new Box(17, 27, 654, 68), new(349, 12, 401, 40)))) is var line
            ? (Math.Round(line.Y1), Math.Round(line.Y2)) : default);

    [Fact]
    public void Whole_FootAsHighAsTheLetters_IsOneLine() =>
        Assert.Equal(0, Only(LinePicture.Whole(Picture(113, 60), Detected(new Box(3, 1, 109, 31), new(49, 29, 75, 60)))).Y1);

    [Theory]
    [InlineData(84, 74, 1)] // one word
    [InlineData(30, 60, 1)] // one digit
    [InlineData(84, 120, 0)]
    public void Whole_SmallPictureInWhichNothingIsDetected_IsALine(int width, int height, int lines) =>
        Assert.Equal(lines, LinePicture.Whole(Picture(width, height, 7), []).Length);

    [Fact]
    public void Whole_Page_StaysAsDetected()
    {
        var detected = Detected(new Box(40, 60, 300, 84));

        Assert.Equal(detected, LinePicture.Whole(Picture(800, 600), detected));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 1)]
    public void Whole_NothingDetected_IsALineWhereThereIsInk(int everyInked, int lines) =>
        Assert.Equal(lines, LinePicture.Whole(Picture(300, 40, everyInked), []).Length);

    private static Box Only(ImmutableArray<DetectedLine> lines) => Assert.Single(lines).Polygon.Bounds;

    private static ImmutableArray<DetectedLine> Detected(params Box[] boxes) => [.. boxes.Select(box => new DetectedLine(Polygon.From(box), 0.9))];

    private static UprightPage Picture(int width, int height, int everyInked = 0)
    {
        var ink = new byte[width * height];
        for (var i = 0; everyInked > 0 && i < ink.Length; i += everyInked)
            ink[i] = 1;
        return new(new Page(0, width, height, 0, 0, [], Homography.Identity), new PageImage(width, height, new byte[3 * width * height]), new InkMap(width, height, ink), []);
    }
}
