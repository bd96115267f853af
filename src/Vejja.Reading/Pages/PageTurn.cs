namespace Vejja.Reading.Pages;

/// <summary>Turns pictures by quarter turns.</summary>
public static class PageTurn
{
    /// <summary>The picture turned clockwise.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="degrees">0, 90, 180 or 270.</param>
    public static PageImage Clockwise(PageImage image, int degrees)
    {
        ArgumentNullException.ThrowIfNull(image);
        if (degrees is not (0 or 90 or 180 or 270))
            throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Only quarter turns.");
        if (degrees == 0)
            return image;
        int width = degrees == 180 ? image.Width : image.Height, height = degrees == 180 ? image.Height : image.Width;
        // Where the first pixel of the result lies, and the way to its right and lower neighbours, in pixels of the source.
        var (start, right, down) = degrees switch
        {
            90 => ((image.Height - 1) * image.Width, -image.Width, 1),
            180 => ((image.Height * image.Width) - 1, -1, -image.Width),
            _ => (image.Width - 1, image.Width, -1),
        };
        var turned = new byte[image.Rgb.Length];
        for (int y = 0, to = 0; y < height; y++)
        {
            for (int x = 0, from = start + (y * down); x < width; x++, from += right, to += 3)
            {
                turned[to] = image.Rgb[3 * from];
                turned[to + 1] = image.Rgb[(3 * from) + 1];
                turned[to + 2] = image.Rgb[(3 * from) + 2];
            }
        }

        return new PageImage(width, height, turned);
    }
}
