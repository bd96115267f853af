namespace Vejja.Jobs.Execution;

/// <summary>Wakes the workers of this process when there is something new, before their next look.</summary>
public sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0);

    /// <summary>There is something new.</summary>
    public void Set() => pending.Release();

    /// <summary>Waits for something new, at most <paramref name="longest"/>.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => pending.WaitAsync(longest, cancellation);

    /// <inheritdoc/>
    public void Dispose() => pending.Dispose();
}
