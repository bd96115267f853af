using System.Collections.Immutable;
using Vejja.Domain.Documents;

namespace Vejja.App.Features.Documents;

/// <summary>Reads a file. The seam to the reader, which is heavy and is made on first use.</summary>
internal interface IDocumentReading
{
    /// <summary>Reads.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="fileName">Its name as the caller gave it, without a folder.</param>
    /// <param name="progress">Percent, 0 to 100.</param>
    /// <param name="cancellation">Stops between pages and lines.</param>
    /// <exception cref="Reading.Pages.UnreadableDocumentException">The file is at fault.</exception>
    ReadDocument Read(ReadOnlyMemory<byte> bytes, string fileName, IProgress<int> progress, CancellationToken cancellation);
}

/// <summary>What was read, and the upright pages where the reader gives them.</summary>
/// <param name="Prescription">All that was read.</param>
/// <param name="Pages">Upright pages as PNG, by index; empty where the reader keeps none.</param>
internal sealed record ReadDocument(Prescription Prescription, ImmutableArray<byte[]> Pages);
