namespace Vejja.Bench.Camera;

/// <summary>A finger that holds the paper at its edge; it covers the margin only.</summary>
internal sealed class Finger
{
    private readonly bool fromLeft;
    private readonly double at;
    private readonly double size;
    private readonly (double R, double G, double B) skin;

    /// <summary>Draws a finger.</summary>
    public Finger(Dice dice)
    {
        fromLeft = dice.Chance(0.5);
        at = dice.Between(0.55, 0.95);
        size = dice.Between(0.024, 0.034);
        skin = dice.Any((198.0, 146.0, 112.0), (168.0, 116.0, 84.0), (222.0, 176.0, 146.0), (132.0, 88.0, 62.0));
    }

    /// <summary>Paints it over a picture.</summary>
    public void Paint(byte[] pixels, int width, int height)
    {
        double cy = at * height, half = size * Math.Min(width, height), reach = half * 0.4;
        for (var y = (int)Math.Max(0, cy - half - 4); y < Math.Min(height, cy + half + 4); y++)
        {
            for (var i = 0; i < reach + half + 4 && i < width; i++)
            {
                // A capsule from the frame's edge inwards, with a round tip.
                double dx = Math.Max(0, i - reach), dy = y - cy;
                var away = Math.Sqrt((dx * dx) + (dy * dy * 1.05)) / half;
                if (away > 1.06)
                    continue;
                var round = Math.Sqrt(Math.Max(0, 1 - (away * away * 0.8)));
                var cover = Math.Clamp((1.03 - away) * half / 2, 0, 1);
                var to = 3 * ((y * width) + (fromLeft ? i : width - 1 - i));
                pixels[to] = Blend(pixels[to], skin.R * (0.5 + (0.55 * round)), cover);
                pixels[to + 1] = Blend(pixels[to + 1], skin.G * (0.5 + (0.55 * round)), cover);
                pixels[to + 2] = Blend(pixels[to + 2], skin.B * (0.5 + (0.55 * round)), cover);
            }
        }
    }

    private static byte Blend(byte below, double above, double cover) => (byte)Math.Clamp(below + (cover * (above - below)), 0, 255);
}
