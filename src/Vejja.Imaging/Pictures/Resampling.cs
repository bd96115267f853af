using System.Runtime.Intrinsics;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Pictures;

/// <summary>Draws pictures anew on another grid. Points are continuous: the pixel in column i covers [i, i + 1).</summary>
internal static class Resampling
{
    // Sub-pixel positions for which the four weights of the cubic are tabulated; a 64th of a pixel is below what the eye or a model can tell.
    private const int Phases = 64;

    private static readonly float[] Weights = CubicWeights();

    /// <summary>Warps by a bicubic kernel (Keys 1981, a = −0.5).</summary>
    /// <param name="source">The picture.</param>
    /// <param name="width">Width of the result in pixels.</param>
    /// <param name="height">Height of the result in pixels.</param>
    /// <param name="toSource">Takes points of the result to points of the source.</param>
    /// <param name="outside">The grey level of what lies outside of the source; null replicates its border.</param>
    public static PageImage Warp(PageImage source, int width, int height, Homography toSource, byte? outside)
    {
        var target = new byte[3 * width * height];
        PageLoops.For(height, y =>
        {
            var row = target.AsSpan(3 * y * width, 3 * width);
            for (int x = 0; x < width; x++)
            {
                var (sx, sy) = toSource.Apply(new(x + 0.5, y + 0.5));
                var pixel = row.Slice(3 * x, 3);
                if (outside is { } level && (sx < 0 || sy < 0 || sx > source.Width || sy > source.Height))
                    pixel.Fill(level);
                else
                    Sample(source, (float)(sx - 0.5), (float)(sy - 0.5), pixel);
            }
        });
        return new PageImage(width, height, target);
    }

    /// <summary>Shrinks by averaging whole areas, so that thin strokes fade but do not vanish.</summary>
    public static PageImage Shrink(PageImage source, int width, int height)
    {
        var target = new byte[3 * width * height];
        double stepX = (double)source.Width / width, stepY = (double)source.Height / height;
        PageLoops.For(height, y =>
        {
            int y1 = (int)(y * stepY), y2 = Math.Clamp((int)Math.Ceiling((y + 1) * stepY), y1 + 1, source.Height);
            for (int x = 0; x < width; x++)
            {
                int x1 = (int)(x * stepX), x2 = Math.Clamp((int)Math.Ceiling((x + 1) * stepX), x1 + 1, source.Width);
                Average(source, x1, y1, x2, y2, target.AsSpan(3 * ((y * width) + x), 3));
            }
        });
        return new PageImage(width, height, target);
    }

    private static void Average(PageImage source, int x1, int y1, int x2, int y2, Span<byte> target)
    {
        int red = 0, green = 0, blue = 0, count = (x2 - x1) * (y2 - y1);
        for (int y = y1; y < y2; y++)
        {
            var row = source.Rgb.AsSpan(3 * ((y * source.Width) + x1), 3 * (x2 - x1));
            for (int i = 0; i < row.Length; i += 3)
            {
                red += row[i];
                green += row[i + 1];
                blue += row[i + 2];
            }
        }

        (target[0], target[1], target[2]) = ((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }

    private static void Sample(PageImage source, float x, float y, Span<byte> target)
    {
        int column = Whole(MathF.Floor(x)), row = Whole(MathF.Floor(y));
        var across = Weights.AsSpan(4 * Math.Clamp(Whole((x - column) * Phases), 0, Phases - 1), 4);
        var down = Weights.AsSpan(4 * Math.Clamp(Whole((y - row) * Phases), 0, Phases - 1), 4);
        if (column >= 1 && row >= 1 && column + 2 < source.Width && row + 3 < source.Height)
        {
            SampleInside(source.Rgb.AsSpan(3 * (((row - 1) * source.Width) + column - 1)), 3 * source.Width, across, down, target);
            return;
        }

        float red = 0, green = 0, blue = 0;
        for (int j = 0; j < 4; j++)
        {
            int line = Math.Clamp(row + j - 1, 0, source.Height - 1) * source.Width;
            float r = 0, g = 0, b = 0;
            for (int i = 0; i < 4; i++)
            {
                int from = 3 * (line + Math.Clamp(column + i - 1, 0, source.Width - 1));
                float weight = across[i];
                r += weight * source.Rgb[from];
                g += weight * source.Rgb[from + 1];
                b += weight * source.Rgb[from + 2];
            }

            red += down[j] * r;
            green += down[j] * g;
            blue += down[j] * b;
        }

        (target[0], target[1], target[2]) = (ToByte(red), ToByte(green), ToByte(blue));
    }

    /// <summary>The same where all sixteen pixels lie in the picture and four bytes behind each row's: the four pixels of a row in one load, each spread to a vector.</summary>
    private static void SampleInside(ReadOnlySpan<byte> corner, int stride, ReadOnlySpan<float> across, ReadOnlySpan<float> down, Span<byte> target)
    {
        var sum = Vector128<float>.Zero;
        for (int j = 0; j < 4; j++)
        {
            var row = Vector128.Create(corner.Slice(j * stride, 16));
            sum += ((Pixel(row, First) * across[0]) + (Pixel(row, Second) * across[1]) + (Pixel(row, Third) * across[2]) + (Pixel(row, Fourth) * across[3])) * down[j];
        }

        var levels = Vector128.ConvertToInt32(Vector128.Min(Vector128.Max(sum + Vector128.Create(0.5f), Vector128<float>.Zero), Vector128.Create(255f)));
        (target[2], target[1], target[0]) = unchecked(((byte)levels[2], (byte)levels[1], (byte)levels[0]));
    }

    private static Vector128<float> Pixel(Vector128<byte> row, Vector128<byte> places) => Vector128.ConvertToSingle(Vector128.Shuffle(row, places).AsInt32());

    // Where the red, green and blue of a row's pixels lie; 255 gives zero.
    private static Vector128<byte> First => Vector128.Create((byte)0, 255, 255, 255, 1, 255, 255, 255, 2, 255, 255, 255, 255, 255, 255, 255);

    private static Vector128<byte> Second => Vector128.Create((byte)3, 255, 255, 255, 4, 255, 255, 255, 5, 255, 255, 255, 255, 255, 255, 255);

    private static Vector128<byte> Third => Vector128.Create((byte)6, 255, 255, 255, 7, 255, 255, 255, 8, 255, 255, 255, 255, 255, 255, 255);

    private static Vector128<byte> Fourth => Vector128.Create((byte)9, 255, 255, 255, 10, 255, 255, 255, 11, 255, 255, 255, 255, 255, 255, 255);

    private static byte ToByte(float level) => unchecked((byte)(int)Math.Clamp(level + 0.5f, 0, 255));

    // A place in a picture fits an int; a checked conversion from a float is a call, four times a pixel.
    private static int Whole(float place) => unchecked((int)place);

    private static float[] CubicWeights()
    {
        var weights = new float[4 * Phases];
        for (int phase = 0; phase < Phases; phase++)
        {
            double t = (phase + 0.5) / Phases;
            for (int tap = 0; tap < 4; tap++)
                weights[(4 * phase) + tap] = (float)Cubic(Math.Abs(t - (tap - 1)));
        }

        return weights;
    }

    private static double Cubic(double distance)
    {
        const double a = -0.5;
        return distance < 1 ? ((((a + 2) * distance) - (a + 3)) * distance * distance) + 1
            : distance < 2 ? ((((a * distance) - (5 * a)) * distance) + (8 * a)) * distance - (4 * a)
            : 0;
    }
}
