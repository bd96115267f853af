using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>How sharply a page's ink ends.</summary>
internal static class Sharpness
{
    // Shares of the sorted values that stand for the edges of strokes and for the ink's own level.
    private const double EdgePercentile = 0.9, InkPercentile = 0.1;

    // Fewer pixels of ink than this say nothing.
    private const int FewestPixels = 400;

    /// <summary>The width in pixels over which ink turns into paper, about 2.5 times the deviation of a Gaussian blur; null where there is hardly any ink.</summary>
    /// <param name="page">The page, light evened.</param>
    /// <param name="ink">Its ink.</param>
    public static double? EdgeWidth(PageImage page, InkMap ink)
    {
        var slopes = new int[256];
        var levels = new int[256];
        var gray = page.Gray;
        int pixels = 0;
        for (int y = 1; y < ink.Height - 1; y++)
        {
            for (int x = 1, i = (y * ink.Width) + 1; x < ink.Width - 1; x++, i++)
            {
                if (ink.Pixels[i] == 0)
                    continue;
                levels[gray[i]]++;
                pixels++;
                bool isEdge = ink.Pixels[i - 1] == 0 || ink.Pixels[i + 1] == 0 || ink.Pixels[i - ink.Width] == 0 || ink.Pixels[i + ink.Width] == 0;
                if (isEdge)
                    slopes[Math.Max(Math.Abs(gray[i + 1] - gray[i - 1]), Math.Abs(gray[i + ink.Width] - gray[i - ink.Width])) / 2]++;
            }
        }

        if (pixels < FewestPixels)
            return null;
        double contrast = EvenLight.PaperLevel - At(levels, InkPercentile), slope = At(slopes, EdgePercentile);
        return contrast / Math.Max(1, slope);
    }

    /// <summary>The value below which a share of the counted ones lies.</summary>
    private static int At(int[] histogram, double share)
    {
        double rest = share * histogram.Sum();
        int value = 0;
        for (rest -= histogram[0]; rest > 0 && value < histogram.Length - 1; rest -= histogram[value])
            value++;
        return value;
    }
}
