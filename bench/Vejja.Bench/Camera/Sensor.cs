namespace Vejja.Bench.Camera;

/// <summary>What the sensor and the machine behind it add: noise, a colour cast, the look of a photocopier or a fax, moiré.</summary>
internal static class Sensor
{
    private const int TableSize = 16384;

    /// <summary>Noise that grows with the root of the light, and a colour cast.</summary>
    /// <param name="pixels">RGB bytes; changed in place.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="noise">Standard deviation at white, grey levels.</param>
    /// <param name="cast">Gains of the three colours.</param>
    /// <param name="dice">The sensor's own dice.</param>
    public static void Expose(byte[] pixels, int width, double noise, (double R, double G, double B) cast, Dice dice)
    {
        // Fixed point: 8 bits of fraction for noise, 7 for its gain by brightness. Each row reads a table of normals from another place.
        var stride = 3 * width;
        var normals = new short[TableSize + stride];
        for (var i = 0; i < TableSize; i++)
            normals[i] = (short)Math.Clamp(dice.Normal() * noise * 256, short.MinValue, short.MaxValue);
        normals.AsSpan(0, stride).CopyTo(normals.AsSpan(TableSize));
        int[] Table(Func<int, double> of) => [.. Enumerable.Range(0, 256).Select(level => (int)Math.Round(of(level)))];
        int[] Levels(double gain) => Table(level => (level * gain * 32768) + 16384);
        var root = Table(level => 128 * (0.55 + (0.45 * Math.Sqrt(level / 255.0))));
        var (reds, greens, blues) = (Levels(cast.R), Levels(cast.G), Levels(cast.B));

        for (var row = 0; row < pixels.Length; row += stride)
        {
            var line = pixels.AsSpan(row, stride);
            var own = normals.AsSpan(dice.Whole(0, TableSize - 1), stride);
            unchecked
            {
                for (var i = 0; i + 2 < line.Length; i += 3)
                {
                    line[i] = Byte((reds[line[i]] + (own[i] * root[line[i]])) >> 15);
                    line[i + 1] = Byte((greens[line[i + 1]] + (own[i + 1] * root[line[i + 1]])) >> 15);
                    line[i + 2] = Byte((blues[line[i + 2]] + (own[i + 2] * root[line[i + 2]])) >> 15);
                }
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
        var ((sin2, cos2), (sin4, cos4)) = (Math.SinCos(2), Math.SinCos(4));
        for (int y = 0, at = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++, at += 3)
            {
                // The three colours are two radians apart: sin(p + a) = sin p cos a + cos p sin a.
                var (sin, cos) = MathF.SinCos((float)((fx * x) + (fy * y) + (bend * x * y)));
                pixels[at] = Scale(pixels[at], 1 + (depth * sin));
                pixels[at + 1] = Scale(pixels[at + 1], 1 + (depth * ((sin * cos2) + (cos * sin2))));
                pixels[at + 2] = Scale(pixels[at + 2], 1 + (depth * ((sin * cos4) + (cos * sin4))));
            }
        }
    }

    private static byte Byte(int value) => (byte)Math.Clamp(value, 0, 255);

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
