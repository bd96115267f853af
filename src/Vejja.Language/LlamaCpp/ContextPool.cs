using System.Collections.Concurrent;
using Vejja.Language.Generation;

namespace Vejja.Language.LlamaCpp;

/// <summary>
/// The model with its contexts: loaded with the first request, given back after a time without any. Requests wait in a queue of bounded length.
/// </summary>
internal sealed class ContextPool : IDisposable
{
    private readonly LlamaCppOptions options;
    private readonly TimeProvider time;
    private readonly Func<long> freeMemory;
    private readonly RequestQueue queue;
    private readonly SemaphoreSlim loading = new(1);
    private readonly ConcurrentStack<Place> idle;
    private readonly ITimer? sweep;
    private readonly CancellationTokenSource closing = new();
    private LlamaModel? model;
    private long lastUse;
    private bool disposed;

    public ContextPool(LlamaCppOptions options, TimeProvider time, Func<long> freeMemory)
    {
        options.Check();
        (this.options, this.time, this.freeMemory) = (options, time, freeMemory);
        queue = new(options.Contexts, options.QueueLimit);
        idle = new(Enumerable.Range(0, options.Contexts).Select(_ => new Place()));
        lastUse = time.GetTimestamp();
        if (options.IdleUnload is { } idleTime)
            sweep = time.CreateTimer(_ => Sweep(idleTime), null, idleTime / 2, idleTime / 2);
    }

    /// <summary>Requests that wait.</summary>
    public int Waiting => queue.Waiting;

    /// <summary>Whether the weights are in memory.</summary>
    public bool IsLoaded => Volatile.Read(ref model) is not null;

    /// <summary>Does one request's work with a context of its own; the work's token also ends it when the pool is given up.</summary>
    /// <exception cref="LanguageModelException">Too many wait, or the model cannot be loaded.</exception>
    /// <exception cref="ObjectDisposedException">The pool was given up before or meanwhile.</exception>
    public async Task<T> UseAsync<T>(Func<LlamaModel, LlamaContext, CancellationToken, T> work, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        try
        {
            using var turn = await queue.EnterAsync(either.Token);
            var loaded = await LoadAsync(either.Token);
            // Native work blocks its thread.
            return await Task.Run(() => Work(loaded, work, either.Token), CancellationToken.None);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ContextPool));
        }
        finally
        {
            Volatile.Write(ref lastUse, time.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        sweep?.Dispose();
        closing.Cancel();
        // The weights must not go while somebody computes with them; whoever does stops within a step of the computation.
        using (queue.TakeAll())
            Unload();
        queue.Dispose();
        loading.Dispose();
        closing.Dispose();
    }

    private T Work<T>(LlamaModel loaded, Func<LlamaModel, LlamaContext, CancellationToken, T> work, CancellationToken cancellation)
    {
        if (!idle.TryPop(out var place))
            throw new InvalidOperationException("More requests run than there are contexts.");
        try
        {
            return work(loaded, place.Context ??= new(loaded, options), cancellation);
        }
        finally
        {
            idle.Push(place);
        }
    }

    private async Task<LlamaModel> LoadAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref model) is { } ready)
            return ready;
        await loading.WaitAsync(cancellation);
        try
        {
            if (model is { } other)
                return other;
            var began = time.GetTimestamp();
            var loaded = await Task.Run(() => LlamaModel.Load(options, freeMemory), cancellation);
            LanguageMetrics.Loaded(time.GetElapsedTime(began));
            Volatile.Write(ref model, loaded);
            return loaded;
        }
        finally
        {
            loading.Release();
        }
    }

    private void Sweep(TimeSpan idleTime)
    {
        if (time.GetElapsedTime(Volatile.Read(ref lastUse)) < idleTime)
            return;
        try
        {
            // All places are taken first, so that nobody computes while the weights go.
            using var all = queue.TryTakeAll();
            if (all is not null)
                Unload();
        }
        catch (ObjectDisposedException)
        {
            // The pool was given up meanwhile, and the weights with it.
        }
    }

    private void Unload()
    {
        foreach (var place in idle)
            place.Empty();
        Interlocked.Exchange(ref model, null)?.Dispose();
    }

    /// <summary>Room for one context, which is made when it is first needed.</summary>
    private sealed class Place
    {
        public LlamaContext? Context { get; set; }

        public void Empty()
        {
            Context?.Dispose();
            Context = null;
        }
    }
}
