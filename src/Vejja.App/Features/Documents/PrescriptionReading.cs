using Vejja.Reading;

namespace Vejja.App.Features.Documents;

/// <summary>The real reader. Models are loaded with the first document, so that a process that only answers requests never holds them.</summary>
internal sealed class PrescriptionReading : IDocumentReading, IDisposable
{
    private readonly Lazy<Composition> composition;
    private int running;

    /// <summary>A reader of a process whose workers share cores: a document that is alone is read by all of them, many together by one each.</summary>
    /// <param name="cores">At least 1.</param>
    public PrescriptionReading(int cores) => composition = new(() => new Composition(
        EngineChoice.Auto, new() { Threads = () => Math.Max(1, cores / Math.Max(1, Volatile.Read(ref running))), KeepPages = true }));

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
