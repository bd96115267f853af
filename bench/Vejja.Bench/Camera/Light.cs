namespace Vejja.Bench.Camera;

/// <summary>The light that falls on the frame: a gradient, a lamp, the shadow of the phone or of the hand, the lens's dark corners.</summary>
internal sealed class Light
{
    private readonly double slopeX;
    private readonly double slopeY;
    private readonly (double X, double Y, double Strength, double Reach) lamp;
    private readonly (double A, double B, double C, double Depth, double Softness)[] shadows;
    private readonly double corners;
    private readonly double level;

    /// <summary>Draws a light.</summary>
    /// <param name="harshness">0 even, 1 uneven.</param>
    /// <param name="dice">The light's own dice.</param>
    public Light(double harshness, Dice dice)
    {
        level = dice.Between(0.92 - (0.25 * harshness), 1.03);
        (slopeX, slopeY) = (0.28 * harshness * dice.Between(-1, 1), 0.28 * harshness * dice.Between(-1, 1));
        lamp = (dice.Between(-0.2, 1.2), dice.Between(-0.2, 1.2), 0.22 * harshness * dice.Next(), dice.Between(0.35, 0.9));
        corners = 0.16 * harshness * dice.Next();
        shadows = [.. Enumerable.Range(0, dice.Chance(0.25 + (0.5 * harshness)) ? dice.Whole(1, 2) : 0).Select(_ =>
        {
            var angle = dice.Between(0, 2 * Math.PI);
            return (Math.Cos(angle), Math.Sin(angle), dice.Between(-0.35, 0.2), dice.Between(0.08, 0.18 + (0.3 * harshness)), dice.Between(0.01, 0.12));
        })];
    }

    /// <summary>Brightness at a place of the frame, both coordinates in [0, 1].</summary>
    public double At(double x, double y)
    {
        double u = x - 0.5, v = y - 0.5;
        var light = level + (slopeX * u) + (slopeY * v) - (corners * 2 * ((u * u) + (v * v)));
        double dx = x - lamp.X, dy = y - lamp.Y;
        light += lamp.Strength * (Math.Exp(-((dx * dx) + (dy * dy)) / (lamp.Reach * lamp.Reach)) - 0.5);
        foreach (var (a, b, c, depth, softness) in shadows)
            light *= 1 - (depth / (1 + Math.Exp(-((a * u) + (b * v) + c) / softness)));
        return light;
    }
}
