using Vejja.Reading.Pages;

namespace Vejja.Inference.Runtime;

/// <summary>Resizes pictures for a network's input, bilinear between pixel centres as the published models were trained with.</summary>
internal static class BilinearResize
{
    public static PageImage Apply(PageImage source, int width, int height)
    {
        var target = new byte[3 * width * height];
        double stepX = (double)source.Width / width, stepY = (double)source.Height / height;
        var columns = new (int Left, int Right, int Weight)[width];
        for (int x = 0; x < width; x++)
            columns[x] = Place(x, stepX, source.Width);
        PageLoops.For(height, y =>
        {
            var (top, bottom, down) = Place(y, stepY, source.Height);
            var above = source.Rgb.AsSpan(3 * top * source.Width, 3 * source.Width);
            var below = source.Rgb.AsSpan(3 * bottom * source.Width, 3 * source.Width);
            var row = target.AsSpan(3 * y * width, 3 * width);
            for (int x = 0, to = 0; x < width; x++)
            {
                var (left, right, across) = columns[x];
                // 255 · 2048² and a half fit an int.
                for (int channel = 0; channel < 3; channel++, to++)
                {
                    unchecked
                    {
                        int upper = (above[(3 * left) + channel] * (Unit - across)) + (above[(3 * right) + channel] * across);
                        int lower = (below[(3 * left) + channel] * (Unit - across)) + (below[(3 * right) + channel] * across);
                        row[to] = (byte)((uint)((upper * (Unit - down)) + (lower * down) + (Unit * Unit / 2)) / (Unit * Unit));
                    }
                }
            }
        });

        return new PageImage(width, height, target);
    }

    // Weights are whole 2048ths, as OpenCV's fixed-point resize has them.
    private const int Unit = 2048;

    private static (int First, int Second, int Weight) Place(int position, double step, int length)
    {
        double at = Math.Max(0, ((position + 0.5) * step) - 0.5);
        int first = Math.Min((int)at, length - 1);
        return (first, Math.Min(first + 1, length - 1), (int)Math.Round((at - first) * Unit) is var weight && first < length - 1 ? weight : 0);
    }
}
