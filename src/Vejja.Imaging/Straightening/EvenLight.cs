using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>Takes uneven light and soft shadow off a page: paper becomes nearly white everywhere.</summary>
/// <remarks>The paper's level is the 85th percentile of tiles, spread to their neighbours where a tile is mostly ink, and interpolated between tiles.</remarks>
internal static class EvenLight
{
    private const double PaperPercentile = 0.85;

    // Paper after evening; below 255 so that grain above the mean is kept.
    public const int PaperLevel = 240;

    // The darkest shadow that is lifted: gains above this would turn noise into ink.
    private const float LargestGain = 3.5f;

    public static PageImage Apply(PageImage page)
    {
        int tile = Math.Clamp(Math.Max(page.Width, page.Height) / 40, 12, 64);
        int columns = ((page.Width - 1) / tile) + 1, rows = ((page.Height - 1) / tile) + 1;
        var paper = Smooth(FillInk(Percentiles(page, tile, columns, rows), columns, rows), columns, rows);
        var places = new (int Left, int Right, float Across)[page.Width];
        for (int x = 0; x < page.Width; x++)
            places[x] = Place(x, tile, columns);
        var target = new byte[page.Rgb.Length];
        PageLoops.For(page.Height, y =>
        {
            var (above, below, down) = Place(y, tile, rows);
            int upper = above * columns, lower = below * columns;
            var source = page.Rgb.AsSpan(3 * y * page.Width, 3 * page.Width);
            var row = target.AsSpan(3 * y * page.Width, 3 * page.Width);
            for (int x = 0, i = 0; x < places.Length; x++, i += 3)
            {
                var (left, right, across) = places[x];
                float top = paper[upper + left] + (across * (paper[upper + right] - paper[upper + left]));
                float bottom = paper[lower + left] + (across * (paper[lower + right] - paper[lower + left]));
                float gain = Math.Min(PaperLevel / Math.Max(top + (down * (bottom - top)), 1), LargestGain);
                row[i] = Lit(source[i], gain);
                row[i + 1] = Lit(source[i + 1], gain);
                row[i + 2] = Lit(source[i + 2], gain);
            }
        });
        return new PageImage(page.Width, page.Height, target);
    }

    // At most 255 by the line itself: a checked conversion from a float is a call, three times a pixel.
    private static byte Lit(byte level, float gain) => unchecked((byte)(int)Math.Min(255, level * gain));

    /// <summary>The tiles between whose middles a pixel lies, and how far it lies towards the second.</summary>
    private static (int First, int Second, float Share) Place(int pixel, int tile, int tiles)
    {
        float at = Math.Clamp(((pixel + 0.5f) / tile) - 0.5f, 0, tiles - 1);
        int first = (int)at;
        return (first, Math.Min(first + 1, tiles - 1), at - first);
    }

    private static double[] Percentiles(PageImage page, int tile, int columns, int rows)
    {
        var levels = new double[columns * rows];
        var gray = page.Gray;
        PageLoops.For(rows, row =>
        {
            var histogram = new int[256];
            for (int column = 0; column < columns; column++)
            {
                Array.Clear(histogram);
                int bottom = Math.Min((row + 1) * tile, page.Height), right = Math.Min((column + 1) * tile, page.Width), count = 0;
                for (int y = row * tile; y < bottom; y++)
                {
                    for (int x = column * tile; x < right; x++, count++)
                        histogram[gray[(y * page.Width) + x]]++;
                }

                int level = 255;
                for (int above = histogram[255]; above < (1 - PaperPercentile) * count && level > 0; above += histogram[level])
                    level--;
                levels[(row * columns) + column] = level;
            }
        });
        return levels;
    }

    /// <summary>Raises tiles that are far darker than their surroundings (a stamp, a logo, thick print) to them, so that ink stays dark.</summary>
    private static double[] FillInk(double[] levels, int columns, int rows)
    {
        const int reach = 2;
        const double inkShare = 0.75;
        var filled = new double[levels.Length];
        var around = new List<double>((2 * reach + 1) * (2 * reach + 1));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                around.Clear();
                for (int j = Math.Max(0, row - reach); j <= Math.Min(rows - 1, row + reach); j++)
                {
                    for (int i = Math.Max(0, column - reach); i <= Math.Min(columns - 1, column + reach); i++)
                        around.Add(levels[(j * columns) + i]);
                }

                around.Sort();
                double typical = around[around.Count * 2 / 3], own = levels[(row * columns) + column];
                filled[(row * columns) + column] = own < inkShare * typical ? typical : own;
            }
        }

        return filled;
    }

    private static float[] Smooth(double[] levels, int columns, int rows)
    {
        var smooth = new float[levels.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double sum = 0;
                int count = 0;
                for (int j = Math.Max(0, row - 1); j <= Math.Min(rows - 1, row + 1); j++)
                {
                    for (int i = Math.Max(0, column - 1); i <= Math.Min(columns - 1, column + 1); i++, count++)
                        sum += levels[(j * columns) + i];
                }

                smooth[(row * columns) + column] = (float)(sum / count);
            }
        }

        return smooth;
    }
}
