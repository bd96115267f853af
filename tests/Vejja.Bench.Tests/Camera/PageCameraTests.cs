using Vejja.Bench.Camera;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Tests.Camera;

/// <summary>Truth follows the picture: black squares on a white page are found where the camera says that they went.</summary>
public sealed class PageCameraTests
{
    private const int Width = 900;
    private const int Height = 1200;
    private const int Half = 10;

    public static TheoryData<ulong> Seeds() => [.. Enumerable.Range(1, 12).Select(seed => (ulong)seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Take_Mild_MarksAreWithinTwoPixelsOfTheirPlace(ulong seed)
    {
        var picture = PageCamera.Take(Marked(), DegradationLevel.Mild, new Dice(seed));
        foreach (var mark in Marks())
        {
            var place = picture.Place(mark);
            var found = Centre(picture.Image, place);
            Assert.InRange(Math.Sqrt(Math.Pow(found.X - place.X, 2) + Math.Pow(found.Y - place.Y, 2)), 0, 2);
        }
    }

    [Fact]
    public void Take_SameSeed_GivesTheSameBytes() =>
        Assert.Equal(PageCamera.Take(Marked(), DegradationLevel.Hard, new Dice(5)).Jpeg, PageCamera.Take(Marked(), DegradationLevel.Hard, new Dice(5)).Jpeg);

    [Fact]
    public void Shot_HarderLevels_AreSmallerNoisierAndMoreCompressed()
    {
        double Mean(DegradationLevel level, Func<Shot, double> part) => Enumerable.Range(0, 200).Average(seed => part(Shot.Draw(level, new Dice((ulong)seed))));
        foreach (var (milder, harder) in new[] { (DegradationLevel.Mild, DegradationLevel.Hard), (DegradationLevel.Hard, DegradationLevel.Brutal) })
        {
            Assert.True(Mean(milder, shot => shot.LongSidePixels) > Mean(harder, shot => shot.LongSidePixels));
            Assert.True(Mean(milder, shot => shot.Noise) < Mean(harder, shot => shot.Noise));
            Assert.True(Mean(milder, shot => shot.JpegQuality) > Mean(harder, shot => shot.JpegQuality));
            Assert.True(Mean(milder, shot => shot.DefocusPixels) < Mean(harder, shot => shot.DefocusPixels));
        }
    }

    [Theory]
    [InlineData(100.0, 200.0)]
    [InlineData(450.0, 600.0)]
    [InlineData(880.0, 1190.0)]
    public void Show_ThenShift_ReturnsToThePrintedPoint(double x, double y)
    {
        var paper = new Paper(Width, Height, 1, new Dice(4));
        var shown = paper.Show(new(x, y));
        var shift = paper.Shift(shown);
        Assert.Equal(x, shown.X + shift.X, 2);
        Assert.Equal(y, shown.Y + shift.Y, 2);
    }

    private static IEnumerable<PagePoint> Marks() =>
        from x in new[] { 120, 450, 780 } from y in new[] { 150, 420, 690, 1050 } select new PagePoint(x, y);

    private static PageImage Marked()
    {
        var rgb = new byte[3 * Width * Height];
        Array.Fill(rgb, (byte)255);
        foreach (var mark in Marks())
        {
            for (var y = (int)mark.Y - Half; y < mark.Y + Half; y++)
                rgb.AsSpan(3 * ((y * Width) + (int)mark.X - Half), 6 * Half).Clear();
        }

        return new PageImage(Width, Height, rgb);
    }

    /// <summary>The centre of what is darker than half of the brightest, around a place.</summary>
    private static PagePoint Centre(PageImage image, PagePoint around)
    {
        const int reach = 28;
        int left = Math.Max(0, (int)around.X - reach), top = Math.Max(0, (int)around.Y - reach);
        int right = Math.Min(image.Width, (int)around.X + reach), bottom = Math.Min(image.Height, (int)around.Y + reach);
        var brightest = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                brightest = Math.Max(brightest, image.Gray[(y * image.Width) + x]);
        }

        double sum = 0, sumX = 0, sumY = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                var ink = Math.Max(0, (brightest * 0.5) - image.Gray[(y * image.Width) + x]);
                (sum, sumX, sumY) = (sum + ink, sumX + (ink * (x + 0.5)), sumY + (ink * (y + 0.5)));
            }
        }

        return new(sumX / sum, sumY / sum);
    }
}
