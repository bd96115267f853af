using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>Paints small ink over with the paper beside it.</summary>
internal static class PaperPaint
{
    /// <summary>Fills a box of a picture with the brightest value inside of it, channel by channel.</summary>
    /// <param name="rgb">What is painted on; of the size of <paramref name="image"/>.</param>
    /// <param name="image">Where the paper is looked up.</param>
    /// <param name="box">In page pixels; what lies outside of the page is left out.</param>
    public static void Over(byte[] rgb, PageImage image, Box box)
    {
        int x1 = Math.Max(0, (int)box.X1), x2 = Math.Min(image.Width, (int)box.X2), y1 = Math.Max(0, (int)box.Y1), y2 = Math.Min(image.Height, (int)box.Y2);
        for (var channel = 0; channel < 3; channel++)
        {
            byte paper = 0;
            for (var y = y1; y < y2; y++)
            {
                for (var x = x1; x < x2; x++)
                    paper = Math.Max(paper, image.Rgb[(3 * ((y * image.Width) + x)) + channel]);
            }

            for (var y = y1; y < y2; y++)
            {
                for (var x = x1; x < x2; x++)
                    rgb[(3 * ((y * image.Width) + x)) + channel] = paper;
            }
        }
    }
}
