using System.Collections.Concurrent;

namespace Vejja.Tesseract.Recognition;

/// <summary>Engines of one set of languages, made when first needed, at most one a worker; a caller waits for a free one.</summary>
internal sealed class EnginePool(string dataPath, string languages, int size) : IDisposable
{
    private readonly SemaphoreSlim free = new(size, size);
    private readonly ConcurrentBag<TesseractEngine> idle = [];

    public T Use<T>(Func<TesseractEngine, T> read, CancellationToken cancellation)
    {
        free.Wait(cancellation);
        try
        {
            if (!idle.TryTake(out var engine))
                engine = new TesseractEngine(dataPath, languages);
            try
            {
                return read(engine);
            }
            finally
            {
                idle.Add(engine);
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (idle.TryTake(out var engine))
            engine.Dispose();
        free.Dispose();
    }
}
