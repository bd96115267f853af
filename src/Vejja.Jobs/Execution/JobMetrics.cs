using System.Diagnostics.Metrics;
using Vejja.Domain.Documents;

namespace Vejja.Jobs.Execution;

/// <summary>What is counted about work.</summary>
public sealed class JobMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Vejja.Jobs";

    private readonly Meter meter = new(MeterName);
    private readonly Histogram<double> duration;
    private readonly Counter<long> reclaimed;

    /// <summary>Makes the instruments.</summary>
    public JobMetrics()
    {
        duration = meter.CreateHistogram<double>("vejja.stage.duration", "s", "Time of one attempt at a stage.");
        reclaimed = meter.CreateCounter<long>("vejja.jobs.reclaimed", null, "Jobs taken back from lost workers.");
    }

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    /// <summary>One attempt has ended.</summary>
    internal void Attempted(Stage stage, string outcome, TimeSpan time) =>
        duration.Record(time.TotalSeconds, new("stage", stage.ToString().ToLowerInvariant()), new("outcome", outcome));

    /// <summary>Jobs were taken back.</summary>
    internal void Reclaimed(int count) => reclaimed.Add(count);
}
