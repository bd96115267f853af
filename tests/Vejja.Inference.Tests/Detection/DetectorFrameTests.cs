using Vejja.Domain.Geometry;
using Vejja.Inference.Detection;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Tests.Detection;

public sealed class DetectorFrameTests
{
    [Theory]
    [InlineData(960, 1280, 704, 960)] // 720 rows are no multiple of 32
    [InlineData(2480, 3508, 896, 1280)]
    [InlineData(960, 960, 960, 960)]
    public void Of_Page_FillsTheInput(int width, int height, int columns, int rows)
    {
        var frame = DetectorFrame.Of(width, height, 1280);
        Assert.Equal(new DetectorFrame(columns, rows, 0, 0, columns, rows), frame);
    }

    [Theory]
    [InlineData(1348, 64)]
    [InlineData(300, 24)]
    [InlineData(40, 900)]
    [InlineData(200, 180)]
    public void Of_SmallPicture_KeepsItsShapeAndHasPaperAround(int width, int height)
    {
        var frame = DetectorFrame.Of(width, height, 1280);
        Assert.Equal((width, height), (frame.PageWidth, frame.PageHeight));
        Assert.True(frame.Width % 32 == 0 && frame.Height % 32 == 0);
        Assert.True(frame.Left >= 16 && frame.Top >= 16 && frame.Width - frame.Left - width >= 16 && frame.Height - frame.Top - height >= 16);
    }

    [Fact]
    public void Of_LongStrip_IsBounded()
    {
        var frame = DetectorFrame.Of(20_000, 400, 1280);
        Assert.InRange(frame.PageWidth, 2300, 2560);
    }

    [Fact]
    public void ToPage_PointOfTheInput_IsThatOfThePage()
    {
        var page = new PageImage(200, 40, [.. Enumerable.Repeat((byte)200, 3 * 200 * 40)]);
        var frame = DetectorFrame.Of(page.Width, page.Height, 1280);
        Assert.Equal(new PagePoint(10, 20), frame.ToPage(new(frame.Left + 10, frame.Top + 20), page));
        Assert.Equal(new PagePoint(0, 40), frame.ToPage(new(0, frame.Height), page));
        Assert.All(frame.Show(page).Rgb, level => Assert.Equal(200, level));
    }
}
