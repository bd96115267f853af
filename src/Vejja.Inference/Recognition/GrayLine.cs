using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>A line in grey, as numbers.</summary>
internal sealed record GrayLine(int Width, int Height, float[] Levels)
{
    /// <summary>Resizes with a bicubic kernel (Keys 1981, a = −0.5), widened to average when shrinking.</summary>
    public GrayLine Resize(int width, int height)
    {
        var across = new Kernel(Width, width);
        var narrow = new float[width * Height];
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < width; x++)
                narrow[(y * width) + x] = across.Apply(Levels, y * Width, 1, x);
        }

        var down = new Kernel(Height, height);
        var levels = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                levels[(y * width) + x] = Math.Clamp(down.Apply(narrow, x, width, y), 0, 255);
        }

        return new GrayLine(width, height, levels);
    }

    /// <summary>The median level.</summary>
    public float Median()
    {
        int half = Levels.Length / 2;
        return Levels.Length % 2 == 1 ? Ranked(half) : (Ranked(half - 1) + Ranked(half)) / 2;
    }

    /// <summary>Whether print is brighter than its ground.</summary>
    public bool IsLightOnDark() => new GreyCounts(Levels).IsLightOnDark;

    /// <summary>The level that so many others precede: of those in its whole grey step only, for sorting a line costs as much as cutting it out.</summary>
    private float Ranked(int rank)
    {
        var (grey, before) = new GreyCounts(Levels).At(rank);
        float[] near = [.. Levels.Where(level => (int)level == grey).Order()];
        return near[rank - before];
    }

    /// <summary>The weights of one axis.</summary>
    private sealed class Kernel
    {
        private readonly (int First, float[] Weights)[] places;

        public Kernel(int from, int to)
        {
            double step = (double)from / to, stretch = Math.Max(1, step), reach = 2 * stretch;
            places = new (int, float[])[to];
            for (int i = 0; i < to; i++)
            {
                double centre = (i + 0.5) * step;
                int first = Math.Max(0, (int)(centre - reach + 0.5)), last = Math.Min(from, (int)(centre + reach + 0.5));
                var weights = new float[Math.Max(1, last - first)];
                for (int j = 0; j < weights.Length; j++)
                    weights[j] = (float)Cubic(Math.Abs((first + j - centre + 0.5) / stretch));
                float sum = weights.Sum();
                for (int j = 0; j < weights.Length; j++)
                    weights[j] = sum == 0 ? 1f / weights.Length : weights[j] / sum;
                places[i] = (Math.Min(first, from - 1), weights);
            }
        }

        public float Apply(float[] levels, int offset, int step, int place)
        {
            var (first, weights) = places[place];
            float sum = 0;
            for (int j = 0; j < weights.Length; j++)
                sum += weights[j] * levels[offset + ((first + j) * step)];
            return sum;
        }

        private static double Cubic(double distance)
        {
            const double a = -0.5;
            return distance < 1 ? ((((a + 2) * distance) - (a + 3)) * distance * distance) + 1
                : distance < 2 ? ((((a * distance) - (5 * a)) * distance) + (8 * a)) * distance - (4 * a)
                : 0;
        }
    }
}
