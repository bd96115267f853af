using Vejja.Bench;

namespace Vejja.Capacity.Simulation;

/// <summary>When documents come: a Poisson stream whose rate changes by the hour.</summary>
/// <param name="ByHour">Share of the day's documents by hour, from midnight; 24 numbers that sum to 1.</param>
internal sealed record ArrivalPattern(IReadOnlyList<double> ByHour)
{
    private const double SecondsOfHour = 3600;

    /// <summary>The same at all hours.</summary>
    public static ArrivalPattern Even { get; } = new([.. Enumerable.Repeat(1.0 / 24, 24)]);

    /// <summary>
    /// An assumption, not a measurement: clinics open at seven, a peak between eight and eleven, a break at noon, a lower peak in the
    /// afternoon, an emergency desk at night. The busiest hour has 2.9 times the day's mean.
    /// </summary>
    public static ArrivalPattern Clinic { get; } = Of(0.4, 0.3, 0.3, 0.3, 0.4, 1, 2.5, 6, 11, 12, 11, 8, 4, 5, 8.5, 9, 7.5, 4.5, 2.5, 1.8, 1.4, 1, 0.8, 0.6);

    /// <summary>The busiest hour's rate over the mean rate.</summary>
    public double Peak => 24 * ByHour.Max();

    /// <summary>Instants in seconds from midnight, rising.</summary>
    /// <param name="documentsPerDay">Expected number a day.</param>
    /// <param name="lengthSeconds">Where it ends; days repeat.</param>
    /// <param name="dice">Draws.</param>
    public IEnumerable<double> Times(double documentsPerDay, double lengthSeconds, Dice dice)
    {
        // Thinning (Lewis and Shedler, 1979): a stream at the greatest rate, of which each is kept with its hour's share.
        var greatest = documentsPerDay * ByHour.Max() / SecondsOfHour;
        for (var time = 0.0; ;)
        {
            time -= Math.Log(1 - dice.Next()) / greatest;
            if (time >= lengthSeconds)
                yield break;
            if (dice.Chance(documentsPerDay * ByHour[(int)(time / SecondsOfHour) % 24] / SecondsOfHour / greatest))
                yield return time;
        }
    }

    private static ArrivalPattern Of(params double[] weights) => new([.. weights.Select(weight => weight / weights.Sum())]);
}
