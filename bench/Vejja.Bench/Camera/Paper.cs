using Vejja.Domain.Geometry;

namespace Vejja.Bench.Camera;

/// <summary>
/// A sheet that is not flat. A point p of the flat picture of the paper shows what is printed at p + <see cref="Shift"/>(p), all in pixels of
/// the rendered page; bumps also catch the light.
/// </summary>
internal sealed class Paper
{
    private readonly double width;
    private readonly double height;
    private readonly double curl;
    private readonly double curlWaves;
    private readonly double curlPhase;
    private readonly double crumple;
    private readonly double crumpleStep;
    private readonly NoiseField bumps;
    private readonly double[] folds;
    private readonly double foldDepth;

    /// <summary>Draws a paper of the size of a rendered page.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="shape">How far from flat: 0 flat, 1 in a pocket for a week.</param>
    /// <param name="dice">The paper's own dice.</param>
    public Paper(double width, double height, double shape, Dice dice)
    {
        (this.width, this.height) = (width, height);
        curl = height * 0.012 * shape * dice.Between(-1, 1);
        curlWaves = dice.Between(0.6, 1.3);
        curlPhase = dice.Between(0, Math.PI);
        crumpleStep = width / dice.Between(3, 9);
        crumple = dice.Chance(0.35 + (0.4 * shape)) ? width * 0.0045 * shape * dice.Next() : 0;
        bumps = new NoiseField(dice);
        folds = dice.Chance(0.25 + (0.4 * shape)) ? [.. Enumerable.Range(1, dice.Whole(1, 2)).Select(i => i / (dice.Chance(0.5) ? 2.0 : 3.0))] : [];
        foldDepth = 0.10 * shape * dice.Between(0.3, 1);
    }

    /// <summary>Where the print that shows at a place of the flat picture really stands, less that place.</summary>
    public PagePoint Shift(PagePoint p)
    {
        var wave = curl * Math.Sin((Math.PI * curlWaves * p.X / width) + curlPhase);
        if (crumple == 0)
            return new(0, wave);
        double x = p.X / crumpleStep, y = p.Y / crumpleStep;
        return new(crumple * bumps.At(x, y), wave + (crumple * bumps.At(x + 31.7, y + 17.3)));
    }

    /// <summary>Where a printed point shows in the flat picture: the inverse of p + Shift(p), by iteration, for shifts are small and smooth.</summary>
    public PagePoint Show(PagePoint printed)
    {
        var p = printed;
        for (var i = 0; i < 12; i++)
        {
            var shift = Shift(p);
            p = new(printed.X - shift.X, printed.Y - shift.Y);
        }

        return p;
    }

    /// <summary>How bright the paper is at a place by its slope: about 1.</summary>
    public double Shade(PagePoint p)
    {
        var shade = 1 + (curl / height * 9 * Math.Cos((Math.PI * curlWaves * p.X / width) + curlPhase));
        if (crumple > 0)
        {
            double x = p.X / crumpleStep, y = p.Y / crumpleStep;
            shade += crumple / width * 26 * (bumps.At(x + 0.25, y + 0.25) - bumps.At(x - 0.25, y - 0.25));
        }

        foreach (var fold in folds)
        {
            var away = (p.Y / height) - fold;
            shade += foldDepth * Math.Sign(away) * Math.Exp(-Math.Abs(away) * 40);
        }

        return shade;
    }
}
