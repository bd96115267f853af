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
        byte paper = Paper(crop.Gray);
        var gray = new byte[(width + (2 * frame)) * (height + (2 * frame))];
        Array.Fill(gray, paper);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                gray[((y + frame) * (width + (2 * frame))) + x + frame] = Cubic(crop, ((x + 0.5) / factor) - 0.5, ((y + 0.5) / factor) - 0.5);
        }

        return new EnlargedCrop(width + (2 * frame), height + (2 * frame), gray, frame);
    }

    /// <summary>A place in the framed picture as a share of the crop's width.</summary>
    public double Unframed(double share) => Math.Clamp(((share * Width) - Frame) / (Width - (2 * Frame)), 0, 1);

    /// <summary>The level that three quarters of the pixels do not exceed: paper, as ink is the lesser part.</summary>
    private static byte Paper(byte[] gray)
    {
        var sorted = (byte[])gray.Clone();
        Array.Sort(sorted);
        return sorted[sorted.Length * 3 / 4];
    }

    /// <summary>Catmull-Rom interpolation.</summary>
    private static byte Cubic(PageImage crop, double x, double y)
    {
        int column = (int)Math.Floor(x), row = (int)Math.Floor(y);
        double sum = 0;
        for (int j = -1; j <= 2; j++)
        {
            int line = Math.Clamp(row + j, 0, crop.Height - 1) * crop.Width;
            double across = 0;
            for (int i = -1; i <= 2; i++)
                across += Weight(x - column - i) * crop.Gray[line + Math.Clamp(column + i, 0, crop.Width - 1)];
            sum += Weight(y - row - j) * across;
        }

        return (byte)Math.Clamp(sum + 0.5, 0, 255);
    }

    private static double Weight(double distance)
    {
        double d = Math.Abs(distance);
        return d < 1 ? (((1.5 * d) - 2.5) * d * d) + 1 : d < 2 ? ((((-0.5 * d) + 2.5) * d) - 4) * d + 2 : 0;
    }
}
