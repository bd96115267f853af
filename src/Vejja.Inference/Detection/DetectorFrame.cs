using Vejja.Domain.Geometry;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Detection;

/// <summary>How a page stands in the network's input, in its pixels. A small picture, such as one line cut out, stands on paper of its own colour: text that
/// touches the edge is not found, and a side of 45 pixels forced to a multiple of 32 would squash it.</summary>
/// <param name="Width">Columns of the input, a multiple of 32.</param>
/// <param name="Height">Rows of the input, a multiple of 32.</param>
/// <param name="Left">Columns of paper left of the page.</param>
/// <param name="Top">Rows of paper above the page.</param>
/// <param name="PageWidth">Columns that the page takes.</param>
/// <param name="PageHeight">Rows that the page takes.</param>
internal readonly record struct DetectorFrame(int Width, int Height, int Left, int Top, int PageWidth, int PageHeight)
{
    private const int Step = 32;

    // A page is looked at with this many pixels along its longer side, a large one with this share of them: time and memory double from 960 to 1,280.
    private const double EnoughPixels = 960, EnoughShare = 0.6;

    // A page more than twice as long as broad may be looked at with as many pixels as one that is just that, up to a length.
    private const double LongestStrip = 2560;

    // A side shorter than this is set on paper, with at least this much of it around.
    private const int ShortSide = 320, Paper = 16;

    /// <summary>The frame of a page of that size.</summary>
    /// <param name="width">Columns of the page.</param>
    /// <param name="height">Rows of the page.</param>
    /// <param name="longestSide">At most this many pixels along the longer side of a page that is no strip.</param>
    public static DetectorFrame Of(int width, int height, int longestSide)
    {
        double longest = Math.Max(width, height), shortest = Math.Min(width, height);
        double ratio = Math.Min(longestSide, Math.Max(EnoughPixels, EnoughShare * longest)) / longest;
        if (longest > 2 * shortest)
            ratio = Math.Max(ratio, Math.Min(LongestStrip / longest, EnoughPixels / Math.Sqrt(2 * longest * shortest)));
        ratio = Math.Min(1, ratio);
        int pageWidth = Math.Max(1, (int)Math.Round(width * ratio)), pageHeight = Math.Max(1, (int)Math.Round(height * ratio));
        if (Math.Min(pageWidth, pageHeight) >= ShortSide)
            return new(Rounded(width * ratio), Rounded(height * ratio), 0, 0, Rounded(width * ratio), Rounded(height * ratio));
        int columns = Covered(pageWidth + (2 * Paper)), rows = Covered(pageHeight + (2 * Paper));
        return new(columns, rows, (columns - pageWidth) / 2, (rows - pageHeight) / 2, pageWidth, pageHeight);
    }

    /// <summary>The page as the network sees it.</summary>
    public PageImage Show(PageImage page)
    {
        var resized = PageWidth == page.Width && PageHeight == page.Height ? page : BilinearResize.Apply(page, PageWidth, PageHeight);
        if (PageWidth == Width && PageHeight == Height)
            return resized;
        var target = new byte[3 * Width * Height];
        for (int channel = 0; channel < 3; channel++)
        {
            byte paper = Median(resized.Rgb, channel);
            for (int i = channel; i < target.Length; i += 3)
                target[i] = paper;
        }

        for (int y = 0; y < PageHeight; y++)
            resized.Rgb.AsSpan(3 * y * PageWidth, 3 * PageWidth).CopyTo(target.AsSpan(3 * (((y + Top) * Width) + Left)));
        return new(Width, Height, target);
    }

    /// <summary>A point of the input in pixels of the page.</summary>
    public PagePoint ToPage(PagePoint point, PageImage page) => new(
        Math.Clamp((point.X - Left) * page.Width / PageWidth, 0, page.Width), Math.Clamp((point.Y - Top) * page.Height / PageHeight, 0, page.Height));

    private static int Rounded(double side) => Math.Max(Step, (int)Math.Round(side / Step) * Step);

    private static int Covered(int side) => (side + Step - 1) / Step * Step;

    private static byte Median(byte[] rgb, int channel)
    {
        var counts = new int[256];
        for (int i = channel; i < rgb.Length; i += 3)
            counts[rgb[i]]++;
        int half = rgb.Length / 6, level = 0;
        for (int sum = counts[0]; sum <= half && level < 255; sum += counts[level])
            level++;
        return (byte)level;
    }
}
