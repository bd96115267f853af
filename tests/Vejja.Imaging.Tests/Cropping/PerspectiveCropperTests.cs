using Vejja.Domain.Geometry;
using Vejja.Imaging.Cropping;
using Vejja.Imaging.Tests.Pictures;

namespace Vejja.Imaging.Tests.Cropping;

public sealed class PerspectiveCropperTests
{
    private static readonly PerspectiveCropper Cropper = new();

    [Fact]
    public void Crop_UprightBox_CopiesPixels()
    {
        var page = Drawing.Of(40, 30, (x, y) => ((byte)x, (byte)y, 7));
        var crop = Cropper.Crop(page, Polygon.From(new Box(5, 6, 15, 10)), margin: 2);
        Assert.Equal((14, 8), (crop.Width, crop.Height));
        Assert.Equal((3, 4, 7), (crop.Rgb[0], crop.Rgb[1], crop.Rgb[2]));
    }

    [Fact]
    public void Crop_BeyondThePage_ReplicatesItsBorder()
    {
        var page = Drawing.Of(20, 10, (x, _) => ((byte)(100 + x), 0, 0));
        var crop = Cropper.Crop(page, Polygon.From(new Box(0, 0, 20, 10)), margin: 4);
        Assert.Equal((28, 18), (crop.Width, crop.Height));
        Assert.Equal(100, crop.Rgb[0]);
        Assert.Equal(119, crop.Rgb[^3]);
    }

    [Fact]
    public void Crop_SlantedLine_ComesOutHorizontal()
    {
        // A bar that falls by 20 pixels over 200: its middle runs through (50, 60) and (250, 80).
        var page = Drawing.Sheet(300, 140);
        Drawing.Line(page, 50, 60, 250, 80, 6);
        var crop = Cropper.Crop(page, new Polygon([new(50, 45), new(250, 65), new(250, 95), new(50, 75)]), margin: 0);
        Assert.InRange(crop.Width, 199, 203);
        Assert.Equal(30, crop.Height);
        for (int x = 5; x < crop.Width - 5; x++)
        {
            Assert.InRange(crop.Gray[(15 * crop.Width) + x], 0, 90);
            Assert.InRange(crop.Gray[(5 * crop.Width) + x], 200, 255);
            Assert.InRange(crop.Gray[(25 * crop.Width) + x], 200, 255);
        }
    }
}
