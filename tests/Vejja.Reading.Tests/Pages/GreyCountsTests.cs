using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Pages;

public sealed class GreyCountsTests
{
    [Fact]
    public void At_Ranks_GiveTheGreyAndWhatIsDarker()
    {
        var counts = new GreyCounts([7.9f, 7.0f, 200.4f, 255f]);

        Assert.Equal([(7, 0), (7, 0), (200, 2), (255, 3)], Enumerable.Range(0, 4).Select(counts.At));
    }

    [Theory]
    [InlineData(30, 220, true)] // white on black
    [InlineData(240, 20, false)]
    [InlineData(90, 90, false)] // no print
    public void IsLightOnDark_GroundAndPrint_AreTold(byte ground, byte print, bool expected)
    {
        float[] levels = [.. Enumerable.Range(0, 400).Select(i => (float)(i % 4 == 0 ? print : ground))];

        Assert.Equal(expected, new GreyCounts(levels).IsLightOnDark);
    }

    [Theory]
    [InlineData(0, 0, 2, 2, 3, 20)]
    [InlineData(-5, -5, 1, 1, 0, 10)] // beyond the page
    [InlineData(1.5, 0, 2, 1, 0, 20)]
    public void At_PartOfAPage_IsOfThatPart(double x1, double y1, double x2, double y2, int rank, int expected)
    {
        byte[] levels = [10, 20, 200, 15, 12, 200];
        var page = new PageImage(3, 2, [.. levels.SelectMany(level => Enumerable.Repeat(level, 3))]);

        Assert.Equal(expected, new GreyCounts(page, new Box(x1, y1, x2, y2)).At(rank).Grey);
    }

    [Fact]
    public void IsLightOnDark_Nothing_IsNot() => Assert.False(new GreyCounts([]).IsLightOnDark);

    [Fact]
    public void InsideOut_Twice_IsThePicture()
    {
        var page = new PageImage(1, 2, [0, 10, 255, 1, 2, 3]);

        Assert.Equal([255, 245, 0, 254, 253, 252], page.InsideOut().Rgb);
        Assert.Equal(page.Rgb, page.InsideOut().InsideOut().Rgb);
    }
}
