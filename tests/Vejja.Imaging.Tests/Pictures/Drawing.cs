using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Pictures;

/// <summary>Pictures made by code.</summary>
internal static class Drawing
{
    /// <summary>A sheet of one level.</summary>
    public static PageImage Sheet(int width, int height, byte level = 250)
    {
        var rgb = new byte[3 * width * height];
        Array.Fill(rgb, level);
        return new PageImage(width, height, rgb);
    }

    /// <summary>Each pixel from a function of its place.</summary>
    public static PageImage Of(int width, int height, Func<int, int, (byte R, byte G, byte B)> level)
    {
        var rgb = new byte[3 * width * height];
        for (int y = 0, i = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++, i += 3)
                (rgb[i], rgb[i + 1], rgb[i + 2]) = level(x, y);
        }

        return new PageImage(width, height, rgb);
    }

    /// <summary>A smooth line of ink, antialiased by its distance from the pixel's centre.</summary>
    public static void Line(PageImage page, double x1, double y1, double x2, double y2, double thickness, byte level = 30)
    {
        double length = Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1)));
        for (int y = (int)Math.Max(0, Math.Min(y1, y2) - thickness - 1); y <= Math.Min(page.Height - 1, Math.Max(y1, y2) + thickness + 1); y++)
        {
            for (int x = (int)Math.Max(0, Math.Min(x1, x2) - thickness - 1); x <= Math.Min(page.Width - 1, Math.Max(x1, x2) + thickness + 1); x++)
            {
                double along = (((x + 0.5 - x1) * (x2 - x1)) + ((y + 0.5 - y1) * (y2 - y1))) / length;
                double across = Math.Abs(((x + 0.5 - x1) * (y2 - y1)) - ((y + 0.5 - y1) * (x2 - x1))) / length;
                double share = along < 0 || along > length ? 0 : Math.Clamp((thickness / 2) - across + 0.5, 0, 1);
                Blend(page, x, y, share, level);
            }
        }
    }

    /// <summary>A filled rectangle of ink.</summary>
    public static void Fill(PageImage page, int x, int y, int width, int height, byte level = 30)
    {
        for (int row = y; row < y + height; row++)
        {
            for (int column = x; column < x + width; column++)
                Blend(page, column, row, 1, level);
        }
    }

    private static void Blend(PageImage page, int x, int y, double share, byte level)
    {
        if (share <= 0 || x < 0 || y < 0 || x >= page.Width || y >= page.Height)
            return;
        int i = 3 * ((y * page.Width) + x);
        for (int channel = 0; channel < 3; channel++)
            page.Rgb[i + channel] = (byte)((page.Rgb[i + channel] * (1 - share)) + (level * share));
    }
}
