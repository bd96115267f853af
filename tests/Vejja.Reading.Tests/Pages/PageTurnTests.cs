using Vejja.Reading.Pages;

namespace Vejja.Reading.Tests.Pages;

public sealed class PageTurnTests
{
    // 1 2 3
    // 4 5 6
    private static readonly PageImage Picture = new(3, 2, [.. new byte[] { 1, 2, 3, 4, 5, 6 }.SelectMany(level => new[] { level, level, level })]);

    [Theory]
    [InlineData(0, 3, new byte[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(90, 2, new byte[] { 4, 1, 5, 2, 6, 3 })]
    [InlineData(180, 3, new byte[] { 6, 5, 4, 3, 2, 1 })]
    [InlineData(270, 2, new byte[] { 3, 6, 2, 5, 1, 4 })]
    public void Clockwise_QuarterTurns_MoveEachPixel(int degrees, int width, byte[] levels)
    {
        var turned = PageTurn.Clockwise(Picture, degrees);
        Assert.Equal(width, turned.Width);
        Assert.Equal(levels, turned.Gray);
    }

    [Theory]
    [InlineData(45)]
    [InlineData(-90)]
    [InlineData(360)]
    public void Clockwise_OtherAngles_AreRefused(int degrees) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PageTurn.Clockwise(Picture, degrees));
}
