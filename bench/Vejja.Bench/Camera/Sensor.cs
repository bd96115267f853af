namespace Vejja.Bench.Camera;

/// <summary>What the sensor and the machine behind it add: noise, a colour cast, the look of a photocopier or a fax, moiré.</summary>
internal static class Sensor
{
    private const int TableSize = 4096;

    /// <summary>Noise that grows with the root of the light, and a colour cast.</summary>
    public static void Expose(byte[] pixels, double noise, (double R, double G, double B) cast, Dice dice)
    {
        var normals = new float[TableSize];
        for (var i = 0; i < TableSize; i++)
            normals[i] = (float)(dice.Normal() * noise);
        var root = new float[256];
        for (var i = 0; i < 256; i++)
            root[i] = 0.55f + (0.45f * MathF.Sqrt(i / 255f));
        var state = (uint)dice.Whole(1, int.MaxValue - 1);
        Span<float> gains = [(float)cast.R, (float)cast.G, (float)cast.B];
        for (var i = 0; i < pixels.Length; i += 3)
        {
            for (var k = 0; k < 3; k++)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                var value = pixels[i + k];
                pixels[i + k] = (byte)Math.Clamp((value * gains[k]) + (normals[state & (TableSize - 1)] * root[value]) + 0.5f, 0, 255);
            }
        }
    }

    /// <summary>A photocopier: grey, hard contrast, specks, a dark edge.</summary>
    public static void Photocopy(byte[] pixels, int width, int height, double contrast, Dice dice)
    {
        Toner(pixels, contrast, 205);
        for (var specks = dice.Whole(20, 240); specks > 0; specks--)
        {
            int x = dice.Whole(0, width - 3), y = dice.Whole(0, height - 3), side = dice.Any(1, 1, 1, 2);
            for (var i = 0; i < side * side; i++)
            {
                var at = 3 * (((y + (i / side)) * width) + x + (i % side));
                pixels[at] = pixels[at + 1] = pixels[at + 2] = 40;
            }
        }

        var edge = dice.Whole(0, width / 60);
        for (var y = 0; y < height; y++)
            pixels.AsSpan(3 * y * width, 3 * edge).Fill(30);
    }

    /// <summary>A fax: black and white dots, a few lost rows.</summary>
    public static void Fax(byte[] pixels, int width, int height, Dice dice)
    {
        Toner(pixels, 3.2, 196);
        for (var streaks = dice.Whole(0, 4); streaks > 0; streaks--)
        {
            var y = dice.Whole(0, height - 1);
            pixels.AsSpan(3 * y * width, 3 * width).Fill(255);
        }
    }

    /// <summary>Interference of a screen's grid with the sensor's.</summary>
    public static void Moire(byte[] pixels, int width, int height, Dice dice)
    {
        double fx = dice.Between(0.02, 0.09), fy = dice.Between(0.02, 0.09), depth = dice.Between(0.03, 0.09), bend = dice.Between(1e-5, 4e-5);
        for (int y = 0, at = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++, at += 3)
            {
                var phase = (fx * x) + (fy * y) + (bend * x * y);
                pixels[at] = Scale(pixels[at], 1 + (depth * Math.Sin(phase)));
                pixels[at + 1] = Scale(pixels[at + 1], 1 + (depth * Math.Sin(phase + 2)));
                pixels[at + 2] = Scale(pixels[at + 2], 1 + (depth * Math.Sin(phase + 4)));
            }
        }
    }

    private static byte Scale(byte value, double gain) => (byte)Math.Clamp(value * gain, 0, 255);

    private static void Toner(byte[] pixels, double contrast, double middle)
    {
        for (var i = 0; i < pixels.Length; i += 3)
        {
            var grey = ((299 * pixels[i]) + (587 * pixels[i + 1]) + (114 * pixels[i + 2])) / 1000.0;
            pixels[i] = pixels[i + 1] = pixels[i + 2] = (byte)Math.Clamp(((grey - middle) * contrast) + middle, 0, 255);
        }
    }
}
