using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>Tells ink from paper.</summary>
/// <remarks>Sauvola and Pietikäinen, "Adaptive document image binarization", Pattern Recognition 33, 2000: threshold = mean · (1 + k · (deviation / R − 1)).</remarks>
internal static class InkFinding
{
    // Weight of the local contrast; 0.2 keeps grey print that the paper's 0.5 loses.
    private const double K = 0.2;

    // Largest deviation of 8-bit grey.
    private const double R = 128;

    /// <summary>Binarises.</summary>
    /// <param name="page">The page, light evened.</param>
    /// <param name="window">Side of the square that mean and deviation are taken over, in pixels; odd, wider than a stroke.</param>
    public static InkMap Find(PageImage page, int window)
    {
        int width = page.Width, height = page.Height, half = window / 2;
        var gray = page.Gray;
        var ink = new byte[width * height];
        int bands = Math.Min(Environment.ProcessorCount, Math.Max(1, height / 64));
        PageLoops.For(bands, band => FindBand(gray, ink, width, height, half, height * band / bands, height * (band + 1) / bands));
        return new InkMap(width, height, ink);
    }

    private static void FindBand(byte[] gray, byte[] ink, int width, int height, int half, int from, int to)
    {
        // Sums and sums of squares of each column over the window's rows, moved down row by row.
        var sums = new int[width];
        var squares = new int[width];
        for (int y = Math.Max(0, from - half); y < Math.Min(height, from + half); y++)
            Move(gray.AsSpan(y * width, width), sums, squares, 1);
        for (int y = from; y < to; y++)
        {
            if (y + half < height)
                Move(gray.AsSpan((y + half) * width, width), sums, squares, 1);
            if (y - half - 1 >= Math.Max(0, from - half))
                Move(gray.AsSpan((y - half - 1) * width, width), sums, squares, -1);
            int rows = Math.Min(height - 1, y + half) - Math.Max(0, y - half) + 1;
            FindRow(gray.AsSpan(y * width, width), ink.AsSpan(y * width, width), sums, squares, rows, half);
        }
    }

    private static void FindRow(ReadOnlySpan<byte> gray, Span<byte> ink, int[] sums, int[] squares, int rows, int half)
    {
        // No sum exceeds 75 · 75 · 255², so that nothing can overflow; most pixels are paper, which the mean alone decides.
        unchecked
        {
            long sum = 0, square = 0;
            int width = gray.Length;
            for (int x = 0; x < Math.Min(width, half); x++)
                (sum, square) = (sum + sums[x], square + squares[x]);
            for (int x = 0; x < width; x++)
            {
                if (x + half < width)
                    (sum, square) = (sum + sums[x + half], square + squares[x + half]);
                if (x - half - 1 >= 0)
                    (sum, square) = (sum - sums[x - half - 1], square - squares[x - half - 1]);
                long count = rows * (Math.Min(width - 1, x + half) - Math.Max(0, x - half) + 1);
                ink[x] = gray[x] * count < sum && IsInk(gray[x], sum, square, count) ? (byte)1 : (byte)0;
            }
        }
    }

    // The deviation of 8-bit grey is below R: the threshold is below the mean.
    private static bool IsInk(byte level, double sum, double square, double count)
    {
        double mean = sum / count, deviation = Math.Sqrt(Math.Max(0, (square / count) - (mean * mean)));
        return level < mean * (1 + (K * ((deviation / R) - 1)));
    }

    private static void Move(ReadOnlySpan<byte> row, int[] sums, int[] squares, int sign)
    {
        unchecked
        {
            for (int x = 0; x < row.Length; x++)
            {
                int level = row[x];
                sums[x] += sign * level;
                squares[x] += sign * level * level;
            }
        }
    }
}
