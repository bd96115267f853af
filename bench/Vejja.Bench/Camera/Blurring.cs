namespace Vejja.Bench.Camera;

/// <summary>Defocus and motion.</summary>
internal static class Blurring
{
    /// <summary>Gaussian blur of a small standard deviation, as repeated three-tap filters [a, 1−2a, a], whose variance is 2a each.</summary>
    /// <param name="pixels">RGB bytes; changed in place.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="sigma">Pixels, up to 3.</param>
    public static void Defocus(byte[] pixels, int width, int height, double sigma)
    {
        var passes = (int)Math.Ceiling(sigma * sigma / 0.5);
        if (passes == 0)
            return;
        var side = (int)Math.Round(256 * sigma * sigma / (2 * passes));
        var other = new byte[pixels.Length];
        for (var pass = 0; pass < passes; pass++)
        {
            ThreeTaps(pixels, other, width * 3, height, 3, side);
            ThreeTapsDown(other, pixels, width * 3, height, side);
        }
    }

    /// <summary>Blur along a line of some pixels.</summary>
    public static void Motion(byte[] pixels, int width, int height, double dx, double dy)
    {
        const int taps = 7;
        var offsets = new (int X, int Y)[taps];
        for (var i = 0; i < taps; i++)
            offsets[i] = ((int)Math.Round(dx * ((i / (taps - 1.0)) - 0.5)), (int)Math.Round(dy * ((i / (taps - 1.0)) - 0.5)));
        var source = (byte[])pixels.Clone();
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                int r = 0, g = 0, b = 0;
                foreach (var (ox, oy) in offsets)
                {
                    var at = 3 * ((Math.Clamp(y + oy, 0, height - 1) * width) + Math.Clamp(x + ox, 0, width - 1));
                    r += source[at];
                    g += source[at + 1];
                    b += source[at + 2];
                }

                var to = 3 * ((y * width) + x);
                (pixels[to], pixels[to + 1], pixels[to + 2]) = ((byte)(r / taps), (byte)(g / taps), (byte)(b / taps));
            }
        }
    }

    private static void ThreeTaps(byte[] from, byte[] to, int stride, int height, int step, int side)
    {
        var middle = 256 - (2 * side);
        for (var y = 0; y < height; y++)
        {
            var row = from.AsSpan(y * stride, stride);
            var target = to.AsSpan(y * stride, stride);
            row[..step].CopyTo(target);
            row[^step..].CopyTo(target[^step..]);
            for (var i = step; i < stride - step; i++)
                target[i] = (byte)(((side * (row[i - step] + row[i + step])) + (middle * row[i]) + 128) >> 8);
        }
    }

    private static void ThreeTapsDown(byte[] from, byte[] to, int stride, int height, int side)
    {
        var middle = 256 - (2 * side);
        for (var y = 0; y < height; y++)
        {
            var above = from.AsSpan(Math.Max(0, y - 1) * stride, stride);
            var here = from.AsSpan(y * stride, stride);
            var below = from.AsSpan(Math.Min(height - 1, y + 1) * stride, stride);
            var target = to.AsSpan(y * stride, stride);
            for (var i = 0; i < stride; i++)
                target[i] = (byte)(((side * (above[i] + below[i])) + (middle * here[i]) + 128) >> 8);
        }
    }
}
