using Vejja.Domain.Documents;

namespace Vejja.Jobs.Execution;

/// <summary>What this process's workers do.</summary>
public sealed record WorkerOptions
{
    /// <summary>Stages that are worked on.</summary>
    public IReadOnlyCollection<Stage> Stages { get; init; } = Enum.GetValues<Stage>();

    /// <summary>Jobs at one time, at least 1.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>How long a job is held without a sign of life. Default 30 s.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait between two looks at the database. Default 1 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>This process, as written into leases.</summary>
    public string Worker { get; init; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}
