namespace Vejja.Language.Generation;

/// <summary>Lets so many requests work at a time and so many more wait; whoever comes after is refused at once. Safe for several threads.</summary>
/// <param name="places">Requests that work at a time, from 1.</param>
/// <param name="limit">Requests that may wait, from 0.</param>
internal sealed class RequestQueue(int places, int limit) : IDisposable
{
    private readonly SemaphoreSlim free = new(places);
    private int waiting;

    /// <summary>Requests that wait.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>Waits for a place, which the result gives back when it is disposed.</summary>
    /// <exception cref="LanguageModelException">Too many wait already.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        if (!free.Wait(0, cancellation))
        {
            if (Interlocked.Increment(ref waiting) > limit)
            {
                Interlocked.Decrement(ref waiting);
                LanguageMetrics.Refused();
                throw new LanguageModelException(LanguageModelFault.Busy, "Too many requests wait for the language model; try again.");
            }

            LanguageMetrics.Waits(1);
            try
            {
                await free.WaitAsync(cancellation);
            }
            finally
            {
                Interlocked.Decrement(ref waiting);
                LanguageMetrics.Waits(-1);
            }
        }

        return new Turn(free, 1);
    }

    /// <summary>Takes every place where nobody works or waits, so that nobody works until the result is disposed; null where somebody does.</summary>
    public IDisposable? TryTakeAll()
    {
        var taken = 0;
        while (taken < places && free.Wait(0))
            taken++;
        if (taken == places)
            return new Turn(free, taken);
        if (taken > 0)
            free.Release(taken);
        return null;
    }

    /// <summary>Waits until nobody works and takes every place.</summary>
    public IDisposable TakeAll()
    {
        for (var taken = 0; taken < places; taken++)
            free.Wait();
        return new Turn(free, places);
    }

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free, int places) : IDisposable
    {
        public void Dispose() => free.Release(places);
    }
}
