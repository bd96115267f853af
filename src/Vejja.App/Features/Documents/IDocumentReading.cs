using Vejja.Reading;

namespace Vejja.App.Features.Documents;

/// <summary>Reads a file. The seam to the reader, which is heavy and is made on first use.</summary>
internal interface IDocumentReading
{
    /// <summary>Reads.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name as the caller gave it, without a folder.</param>
    /// <param name="progress">Is told of each step, by any thread.</param>
    /// <param name="cancellation">Stops between pages and lines.</param>
    /// <exception cref="Vejja.Reading.Pages.UnreadableDocumentException">The file is at fault.</exception>
    ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<ReadingProgress> progress, CancellationToken cancellation);
}
