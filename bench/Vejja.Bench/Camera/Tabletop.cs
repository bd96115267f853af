namespace Vejja.Bench.Camera;

/// <summary>What the paper lies on: wood, cloth, stone, a plain desk.</summary>
internal sealed class Tabletop
{
    private const int ThreadCount = 4096;
    private static readonly double[] Threads = [.. Enumerable.Range(0, ThreadCount).Select(i => Math.Sin(i * 1.3))];
    private readonly int kind;
    private readonly double sin;
    private readonly double cos;
    private readonly double scale;
    private readonly NoiseField coarse;
    private readonly NoiseField fine;
    private readonly (double R, double G, double B) colour;

    /// <summary>Draws a table.</summary>
    public Tabletop(Dice dice)
    {
        kind = dice.Whole(0, 3);
        (sin, cos) = Math.SinCos(dice.Between(-0.4, 0.4) + (dice.Chance(0.5) ? Math.PI / 2 : 0));
        scale = dice.Between(60, 160);
        (coarse, fine) = (new NoiseField(dice), new NoiseField(dice));
        colour = kind switch
        {
            0 => dice.Any((124.0, 82.0, 48.0), (88.0, 58.0, 36.0), (170.0, 128.0, 84.0)),
            1 => dice.Any((70.0, 80.0, 104.0), (128.0, 52.0, 52.0), (52.0, 74.0, 60.0), (150.0, 146.0, 138.0)),
            2 => dice.Any((96.0, 96.0, 98.0), (186.0, 182.0, 176.0), (58.0, 56.0, 60.0)),
            _ => dice.Any((40.0, 40.0, 44.0), (110.0, 108.0, 104.0), (150.0, 120.0, 90.0), (90.0, 104.0, 128.0)),
        };
    }

    /// <summary>The colour at a pixel of the frame.</summary>
    public (double R, double G, double B) At(int x, int y)
    {
        double along = (x * cos) + (y * sin), across = (y * cos) - (x * sin);
        var tone = kind switch
        {
            0 => 1 + (0.20 * coarse.At(along / (scale * 6), across / (scale * 0.35))) + (0.12 * fine.At(along / (scale * 3), across / 5)),
            1 => 1 + (0.10 * Threads[x & (ThreadCount - 1)] * Threads[y & (ThreadCount - 1)]) + (0.08 * coarse.At(x / scale, y / scale)) + (0.08 * fine.At(x / 2.5, y / 2.5)),
            2 => 1 + (0.16 * coarse.At(x / scale, y / scale)) + (0.07 * fine.At(((0.8 * x) + (0.6 * y)) / 9, ((0.8 * y) - (0.6 * x)) / 9)) + (0.06 * fine.At(x / 2.2, y / 2.2)),
            _ => 1 + (0.05 * coarse.At(x / (2 * scale), y / (2 * scale))) + (0.03 * fine.At(x / 3, y / 3)),
        };
        return (colour.R * tone, colour.G * tone, colour.B * tone);
    }
}
