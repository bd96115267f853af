using Vejja.Reading.Pages;

namespace Vejja.Bench.Camera;

/// <summary>What life leaves on the paper: stains, pen circles. Drawn on the flat page before it is photographed.</summary>
internal static class Dirt
{
    /// <summary>A brownish stain with a darker rim.</summary>
    public static void Stain(PageImage page, Dice dice)
    {
        double cx = dice.Between(0, page.Width), cy = dice.Between(0, page.Height), radius = page.Width * dice.Between(0.05, 0.14);
        double depth = dice.Between(0.05, 0.16);
        var edge = new NoiseField(dice);
        Within(page, cx, cy, radius * 1.25, (x, y) =>
        {
            double dx = x - cx, dy = y - cy;
            var away = Math.Sqrt((dx * dx) + (dy * dy)) / radius * (1 + (0.12 * edge.At(8 + (3 * dx / radius), 8 + (3 * dy / radius))));
            var ink = away > 1 ? 0 : (depth * 0.5) + (depth * Math.Exp(-Math.Abs(away - 0.96) * 30));
            return (1 - (ink * 0.6), 1 - (ink * 0.9), 1 - (ink * 1.5));
        });
    }

    /// <summary>A ring drawn with a pen around something.</summary>
    public static void PenCircle(PageImage page, double cx, double cy, double rx, double ry, Dice dice)
    {
        var (r, g, b) = dice.Any((0.25, 0.32, 0.75), (0.8, 0.25, 0.25), (0.2, 0.2, 0.25));
        var wobble = new NoiseField(dice);
        double width = dice.Between(1.6, 2.6);
        Within(page, cx, cy, Math.Max(rx, ry) * 1.2, (x, y) =>
        {
            double dx = (x - cx) / rx, dy = (y - cy) / ry;
            // Distance to the ellipse in pixels: its equation over the length of its slope.
            var radius = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));
            var slope = Math.Sqrt(Math.Pow(dx / rx, 2) + Math.Pow(dy / ry, 2)) / radius;
            var away = Math.Abs(radius - 1 - (0.07 * wobble.At(5 + dx, 5 + dy))) / Math.Max(1e-9, slope);
            var ink = Math.Clamp(width - away, 0, 1) * 0.85;
            return (1 - (ink * (1 - r)), 1 - (ink * (1 - g)), 1 - (ink * (1 - b)));
        });
    }

    private static void Within(PageImage page, double cx, double cy, double reach, Func<double, double, (double R, double G, double B)> gain)
    {
        int top = (int)Math.Max(0, cy - reach), bottom = (int)Math.Min(page.Height - 1, cy + reach);
        int left = (int)Math.Max(0, cx - reach), right = (int)Math.Min(page.Width - 1, cx + reach);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var (r, g, b) = gain(x, y);
                var at = 3 * ((y * page.Width) + x);
                page.Rgb[at] = (byte)(page.Rgb[at] * r);
                page.Rgb[at + 1] = (byte)(page.Rgb[at + 1] * g);
                page.Rgb[at + 2] = (byte)(page.Rgb[at + 2] * b);
            }
        }
    }
}
