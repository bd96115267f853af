using Vejja.Bench;

namespace Vejja.Capacity.Simulation;

/// <summary>How long something takes.</summary>
/// <param name="MeanSeconds">The mean; 0 takes no time.</param>
/// <param name="Spread">Standard deviation over mean: 0 always the mean, 1 exponential, anything else log-normal.</param>
internal sealed record ServiceTime(double MeanSeconds, double Spread)
{
    /// <summary>One draw, in seconds.</summary>
    public double Draw(Dice dice)
    {
        if (MeanSeconds <= 0 || Spread <= 0)
            return MeanSeconds;
        if (Spread is 1)
            return -MeanSeconds * Math.Log(1 - dice.Next());
        var variance = Math.Log(1 + (Spread * Spread));
        return MeanSeconds * Math.Exp((Math.Sqrt(variance) * dice.Normal()) - (variance / 2));
    }
}
