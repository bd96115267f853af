using Vejja.Domain.Documents;

namespace Vejja.Capacity.Simulation;

/// <summary>One stage as it is simulated.</summary>
/// <param name="Stage">Which; its timeouts, attempts and waits are those of the program.</param>
/// <param name="Work">What a worker computes.</param>
internal sealed record StageCost(Stage Stage, ServiceTime Work);

/// <summary>What is simulated.</summary>
internal sealed record FleetPlan
{
    /// <summary>Jobs at one time over all machines.</summary>
    public required int Workers { get; init; }

    /// <summary>Expected number of documents a day.</summary>
    public required double DocumentsPerDay { get; init; }

    /// <summary>When they come.</summary>
    public ArrivalPattern Arrivals { get; init; } = ArrivalPattern.Even;

    /// <summary>How long documents come; the fleet then ends what it has.</summary>
    public double LengthSeconds { get; init; } = 86_400;

    /// <summary>Stages in their order.</summary>
    public required IReadOnlyList<StageCost> Stages { get; init; }

    /// <summary>Core time of the database for one transaction; a job needs two (claim, commit), an upload one.</summary>
    public ServiceTime Transaction { get; init; } = new(0, 0);

    /// <summary>Cores of the database.</summary>
    public int DatabaseCores { get; init; } = 1;

    /// <summary>From the commit of a job to its claim by an idle worker: publishing, delivering.</summary>
    public double HandOverSeconds { get; init; }

    /// <summary>A worker that works dies after this long, on average; infinite for never.</summary>
    public double CrashSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Until a dead worker is back.</summary>
    public double RestartSeconds { get; init; } = 30;

    /// <summary>Lease of a job, renewed six times in its length; lost ones are looked for as often.</summary>
    public double LeaseSeconds { get; init; } = 30;

    /// <summary>Share of attempts that fail for a passing reason.</summary>
    public double FaultShare { get; init; }

    /// <summary>Share of attempts whose worker is cut off from the database, and outlives its lease.</summary>
    public double CutOffShare { get; init; }

    /// <summary>For how long.</summary>
    public double CutOffSeconds { get; init; } = 60;

    /// <summary>Seed of all draws.</summary>
    public ulong Seed { get; init; } = 1;
}
