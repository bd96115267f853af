using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Work;

/// <summary>How much work waits and for how long; looked up at most once a second.</summary>
internal sealed class QueueGauge : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Vejja.Queue";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly Meter meter = new(MeterName);
    private readonly IDbContextFactory<VejjaContext> contexts;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim gate = new(1);
    private long taken = -1;
    private int depth;
    private double age;

    /// <summary>Makes the instruments.</summary>
    public QueueGauge(IDbContextFactory<VejjaContext> contexts, TimeProvider time)
    {
        (this.contexts, this.time) = (contexts, time);
        meter.CreateObservableGauge("vejja.queue.depth", () => depth, null, "Jobs that wait for a worker.");
        meter.CreateObservableGauge("vejja.queue.age", () => age, "s", "How long the oldest due job has waited.");
    }

    /// <summary>Jobs that wait for a worker.</summary>
    public async Task<int> DepthAsync(CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        return depth;
    }

    /// <summary>Looks, unless it did just now.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (taken >= 0 && time.GetElapsedTime(taken) < Life)
                return;
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var now = time.GetUtcNow();
            depth = await context.Jobs.CountAsync(row => row.State == JobState.Ready, cancellation);
            var oldest = await context.Jobs.Where(row => row.State == JobState.Ready).Select(row => (DateTimeOffset?)row.DueAt).MinAsync(cancellation);
            age = oldest is { } due && due < now ? (now - due).TotalSeconds : 0;
            taken = time.GetTimestamp();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        meter.Dispose();
        gate.Dispose();
    }
}
