using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Turns and mirrors pixels as an EXIF orientation asks (CIPA DC-008, 4.6.4, tag 0x0112).</summary>
internal static class ExifTurn
{
    /// <summary>The picture as the photographer saw it.</summary>
    /// <param name="image">Pixels as stored.</param>
    /// <param name="orientation">1 to 8: where the stored row 0 and column 0 lie (top left, top right, bottom right, bottom left, left top, right top, right bottom, left bottom).</param>
    public static PageImage Apply(PageImage image, int orientation)
    {
        if (orientation is < 2 or > 8)
            return image;
        bool swaps = orientation >= 5;
        int width = swaps ? image.Height : image.Width, height = swaps ? image.Width : image.Height;
        var turned = new byte[image.Rgb.Length];
        for (int y = 0, to = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, to += 3)
            {
                var (column, row) = Source(orientation, x, y, width, height);
                int from = 3 * ((row * image.Width) + column);
                turned[to] = image.Rgb[from];
                turned[to + 1] = image.Rgb[from + 1];
                turned[to + 2] = image.Rgb[from + 2];
            }
        }

        return new PageImage(width, height, turned);
    }

    private static (int Column, int Row) Source(int orientation, int x, int y, int width, int height) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, width - 1 - x),
        7 => (height - 1 - y, width - 1 - x),
        _ => (height - 1 - y, x),
    };
}
