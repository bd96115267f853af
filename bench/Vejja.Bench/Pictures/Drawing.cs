using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Pictures;

/// <summary>Draws on a picture.</summary>
internal static class Drawing
{
    /// <summary>Outlines a polygon, one pixel wide.</summary>
    public static void Outline(PageImage image, Polygon polygon, (byte R, byte G, byte B) ink)
    {
        for (var i = 0; i < polygon.Points.Length; i++)
            Line(image, polygon.Points[i], polygon.Points[(i + 1) % polygon.Points.Length], ink);
    }

    /// <summary>A straight line.</summary>
    public static void Line(PageImage image, PagePoint from, PagePoint to, (byte R, byte G, byte B) ink)
    {
        var steps = (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y))) + 1;
        for (var i = 0; i <= steps; i++)
        {
            int x = (int)Math.Floor(from.X + ((to.X - from.X) * i / steps)), y = (int)Math.Floor(from.Y + ((to.Y - from.Y) * i / steps));
            if ((uint)x < (uint)image.Width && (uint)y < (uint)image.Height)
                (image.Rgb[3 * ((y * image.Width) + x)], image.Rgb[(3 * ((y * image.Width) + x)) + 1], image.Rgb[(3 * ((y * image.Width) + x)) + 2]) = ink;
        }
    }

    /// <summary>A part of a picture.</summary>
    public static PageImage Cut(PageImage image, int left, int top, int width, int height)
    {
        var rgb = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
            Array.Copy(image.Rgb, 3 * (((top + y) * image.Width) + left), rgb, 3 * y * width, 3 * width);
        return new PageImage(width, height, rgb);
    }

    /// <summary>A picture whose pixels are squares of so many.</summary>
    public static PageImage Enlarge(PageImage image, int factor)
    {
        var large = new PageImage(image.Width * factor, image.Height * factor, new byte[image.Rgb.Length * factor * factor]);
        for (int y = 0, at = 0; y < large.Height; y++)
        {
            for (var x = 0; x < large.Width; x++, at += 3)
                image.Rgb.AsSpan(3 * ((y / factor * image.Width) + (x / factor)), 3).CopyTo(large.Rgb.AsSpan(at));
        }

        return large;
    }

    /// <summary>A smaller picture by averaging (area mapping).</summary>
    public static PageImage Shrink(PageImage image, int width, int height)
    {
        var rgb = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            int y0 = (int)((long)y * image.Height / height), y1 = Math.Max(y0 + 1, (int)((y + 1L) * image.Height / height));
            for (var x = 0; x < width; x++)
            {
                int x0 = (int)((long)x * image.Width / width), x1 = Math.Max(x0 + 1, (int)((x + 1L) * image.Width / width));
                int r = 0, g = 0, b = 0;
                for (var v = y0; v < y1; v++)
                {
                    for (var u = x0; u < x1; u++)
                    {
                        var at = 3 * ((v * image.Width) + u);
                        r += image.Rgb[at];
                        g += image.Rgb[at + 1];
                        b += image.Rgb[at + 2];
                    }
                }

                var count = (y1 - y0) * (x1 - x0);
                var to = 3 * ((y * width) + x);
                (rgb[to], rgb[to + 1], rgb[to + 2]) = ((byte)(r / count), (byte)(g / count), (byte)(b / count));
            }
        }

        return new PageImage(width, height, rgb);
    }

    /// <summary>Copies a picture into another.</summary>
    public static void Paste(PageImage onto, PageImage image, int left, int top)
    {
        for (var y = 0; y < image.Height; y++)
            Array.Copy(image.Rgb, 3 * y * image.Width, onto.Rgb, 3 * (((top + y) * onto.Width) + left), 3 * image.Width);
    }
}
