using Vejja.App;
using Vejja.Imaging.Decoding;
using Vejja.Reading;

namespace Vejja.EndToEnd.Tests;

/// <summary>The program's reader, loaded once, and the documents that tests read.</summary>
public sealed class ScanSetup : IDisposable
{
    private readonly Dictionary<string, ReadDocument> read = [];
    private readonly Composition composition = new(EngineChoice.Auto, new ReadingOptions());

    internal PrescriptionReader Reader => composition.Reader;

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, "Vejja.slnx")!;

    /// <summary>Where the shared samples lie beside the repository; null where they are not laid out.</summary>
    public static string? Shared { get; } = Above(Root, Path.Combine("shared", "samples")) is { } folder ? Path.Combine(folder, "shared", "samples") : null;

    /// <summary>Reads a document once for all tests.</summary>
    internal ReadDocument Read(string path)
    {
        lock (read)
        {
            if (!read.TryGetValue(path, out var document))
                read.Add(path, document = Reader.Read(DocumentFile.Read(path, Composition.Limits), Path.GetFileName(path), CancellationToken.None));
            return document;
        }
    }

    public void Dispose() => composition.Dispose();

    private static string? Above(string start, string name)
    {
        for (var folder = start; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, name)))
                return folder;
        }

        return null;
    }
}

[CollectionDefinition("scan", DisableParallelization = true)]
public sealed class ScanGroup : ICollectionFixture<ScanSetup>;
