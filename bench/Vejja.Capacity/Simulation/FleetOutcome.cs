namespace Vejja.Capacity.Simulation;

/// <summary>What a simulated day came to.</summary>
internal sealed record FleetOutcome
{
    /// <summary>Documents that came.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents that were done.</summary>
    public required int Done { get; init; }

    /// <summary>Documents that were given up, as the program's policies say.</summary>
    public required int Poisoned { get; init; }

    /// <summary>Documents that were done more than once; must be none.</summary>
    public required int Twice { get; init; }

    /// <summary>Workers that died.</summary>
    public required int Crashes { get; init; }

    /// <summary>Attempts that failed for a passing reason.</summary>
    public required int Faults { get; init; }

    /// <summary>Commits that were refused because the lease was another worker's by then.</summary>
    public required int Refused { get; init; }

    /// <summary>Seconds from upload to the end, rising.</summary>
    public required IReadOnlyList<float> Sojourns { get; init; }

    /// <summary>Mean seconds from being due to being taken, first stage.</summary>
    public required double MeanWaitSeconds { get; init; }

    /// <summary>Share of the workers' time that was work.</summary>
    public required double Utilisation { get; init; }

    /// <summary>Share of the database's time that was work.</summary>
    public required double DatabaseUtilisation { get; init; }

    /// <summary>When the last document was done, in seconds.</summary>
    public required double EndSeconds { get; init; }

    /// <summary>Most jobs that waited at one time.</summary>
    public required int DeepestQueue { get; init; }

    /// <summary>Jobs that waited, every five minutes.</summary>
    public required IReadOnlyList<int> QueueByTime { get; init; }

    /// <summary>The quantile of the time from upload to end, in seconds.</summary>
    public double Sojourn(double share) => Sojourns.Count == 0 ? double.NaN : Sojourns[Math.Min(Sojourns.Count - 1, (int)(Sojourns.Count * share))];
}
