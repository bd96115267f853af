using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>A crop in grey, enlarged and framed with paper, as Tesseract reads it best.</summary>
/// <param name="Width">Pixels with the frame.</param>
/// <param name="Height">Pixels with the frame.</param>
/// <param name="Gray">Width · Height levels.</param>
/// <param name="Frame">Pixels of paper on each side.</param>
internal sealed record EnlargedCrop(int Width, int Height, byte[] Gray, int Frame)
{
    private const double LargestFactor = 4;

    public static EnlargedCrop From(PageImage crop, int lineHeightPixels)
    {
        double factor = Math.Clamp((double)lineHeightPixels / crop.Height, 1, LargestFactor);
        int width = Math.Max(1, (int)Math.Round(crop.Width * factor)), height = Math.Max(1, (int)Math.Round(crop.Height * factor));
        int frame = Math.Max(8, height / 8);
        var gray = new byte[(width + (2 * frame)) * (height + (2 * frame))];
        Array.Fill(gray, Paper(crop.Gray));
        var rows = Widened(crop, width, factor);
        var taps = Taps(height, crop.Height, factor);
        for (int y = 0; y < height; y++)
        {
            var target = gray.AsSpan(((y + frame) * (width + (2 * frame))) + frame, width);
            var tap = taps[y];
            ReadOnlySpan<float> first = Row(tap.At0), second = Row(tap.At1), third = Row(tap.At2), fourth = Row(tap.At3);
            for (int x = 0; x < target.Length; x++)
                target[x] = (byte)Math.Clamp((tap.W0 * first[x]) + (tap.W1 * second[x]) + (tap.W2 * third[x]) + (tap.W3 * fourth[x]) + 0.5f, 0, 255);
        }

        return new EnlargedCrop(width + (2 * frame), height + (2 * frame), gray, frame);

        ReadOnlySpan<float> Row(int row) => rows.AsSpan(row * width, width);
    }

    /// <summary>A place in the framed picture as a share of the crop's width.</summary>
    public double Unframed(double share) => Math.Clamp(((share * Width) - Frame) / (Width - (2 * Frame)), 0, 1);

    /// <summary>The level that three quarters of the pixels do not exceed: paper, as ink is the lesser part.</summary>
    private static byte Paper(byte[] gray)
    {
        var counts = new int[256];
        foreach (byte level in gray)
            counts[level]++;
        int paper = 0;
        for (int below = counts[0]; below <= gray.Length * 3 / 4 && paper < 255; below += counts[paper])
            paper++;
        return (byte)paper;
    }

    /// <summary>The crop's rows, each as wide as the enlarged picture.</summary>
    private static float[] Widened(PageImage crop, int width, double factor)
    {
        var taps = Taps(width, crop.Width, factor);
        var rows = new float[width * crop.Height];
        for (int y = 0; y < crop.Height; y++)
        {
            var source = crop.Gray.AsSpan(y * crop.Width, crop.Width);
            var target = rows.AsSpan(y * width, width);
            for (int x = 0; x < target.Length; x++)
            {
                var tap = taps[x];
                target[x] = (tap.W0 * source[tap.At0]) + (tap.W1 * source[tap.At1]) + (tap.W2 * source[tap.At2]) + (tap.W3 * source[tap.At3]);
            }
        }

        return rows;
    }

    /// <summary>The four pixels from which each place of an enlarged axis is drawn, with their weights (Catmull-Rom).</summary>
    private static Tap[] Taps(int length, int from, double factor)
    {
        var taps = new Tap[length];
        for (int i = 0; i < length; i++)
        {
            double at = ((i + 0.5) / factor) - 0.5;
            int pixel = (int)Math.Floor(at);
            float Weight(int offset) => Cubic(Math.Abs(at - pixel - offset));
            int Place(int offset) => Math.Clamp(pixel + offset, 0, from - 1);
            taps[i] = new(Place(-1), Place(0), Place(1), Place(2), Weight(-1), Weight(0), Weight(1), Weight(2));
        }

        return taps;
    }

    private static float Cubic(double d) =>
        (float)(d < 1 ? (((1.5 * d) - 2.5) * d * d) + 1 : d < 2 ? ((((-0.5 * d) + 2.5) * d) - 4) * d + 2 : 0);

    private readonly record struct Tap(int At0, int At1, int At2, int At3, float W0, float W1, float W2, float W3);
}
