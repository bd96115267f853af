using Vejja.Reading;

namespace Vejja.App.Features.Documents;

/// <summary>The real reader. Models are loaded with the first document, so that a process that only answers requests never holds them.</summary>
/// <param name="threads">Cores that one document may use, at least 1.</param>
internal sealed class PrescriptionReading(int threads) : IDocumentReading, IDisposable
{
    private readonly Lazy<Composition> composition = new(() => new Composition(EngineChoice.Auto, new() { Threads = threads, KeepPages = true }));
    private int running;

    /// <inheritdoc/>
    public ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<ReadingProgress> progress, CancellationToken cancellation)
    {
        Interlocked.Increment(ref running);
        try
        {
            return composition.Value.Reader.Read(bytes, fileName, progress, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    /// <summary>Frees the models, unless a reading that was handed back still runs in native code: the process ends, and the system frees them.</summary>
    public void Dispose()
    {
        if (composition.IsValueCreated && Volatile.Read(ref running) == 0)
            composition.Value.Dispose();
    }
}
