using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>Knows a dash that stands alone in a crop by its shape: Tesseract, which scales a line to the height of its ink, makes letters and digits of it.</summary>
internal static class LoneDash
{
    // As shares of the crop's height: a dash's thickness, its length, and where its middle lies.
    private const double Thickest = 0.2, Longest = 0.8, Highest = 0.3, Lowest = 0.75;

    // Length over thickness, and share of its box that is ink.
    private const double Flattest = 1.6, Fill = 0.8;

    // Ink is darker than this share of the way from the darkest pixel to paper; less contrast than this is none.
    private const double InkShare = 0.55;
    private const int SmallestContrast = 40;

    /// <summary>Whether all of the crop's ink is one dash; where it lies as shares of the width.</summary>
    public static (double X1, double X2)? Find(PageImage crop)
    {
        var gray = crop.Gray;
        int darkest = gray.Min(), paper = Paper(gray);
        if (paper - darkest < SmallestContrast)
            return null;
        double threshold = darkest + (InkShare * (paper - darkest));
        int left = crop.Width, right = -1, top = crop.Height, bottom = -1, count = 0;
        for (int i = 0; i < gray.Length; i++)
        {
            if (gray[i] >= threshold)
                continue;
            int x = i % crop.Width, y = i / crop.Width;
            (left, right, top, bottom, count) = (Math.Min(left, x), Math.Max(right, x), Math.Min(top, y), Math.Max(bottom, y), count + 1);
        }

        double width = right - left + 1, height = bottom - top + 1, middle = (top + bottom + 1) / 2.0 / crop.Height;
        bool isDash = height <= Thickest * crop.Height && width <= Longest * crop.Height && width >= Flattest * height
            && middle is > Highest and < Lowest && count >= Fill * width * height;
        return isDash ? ((double)left / crop.Width, (double)(right + 1) / crop.Width) : null;
    }

    /// <summary>The median: ink is the lesser part.</summary>
    private static int Paper(byte[] gray)
    {
        var sorted = (byte[])gray.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }
}
