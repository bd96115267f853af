using Vejja.Imaging.Decoding;
using Vejja.Reading;
using Vejja.Reading.Pages;

namespace Vejja.App.Cli;

/// <summary>What became of one file: a document, or a failure with a code and one clear line.</summary>
internal sealed record ScanOutcome(string Path, ReadDocument? Document, string ErrorCode, string ErrorMessage, int ExitCode)
{
    /// <summary>The file's name without its folder.</summary>
    public string File => System.IO.Path.GetFileName(Path);

    /// <summary>Reads one file; every fault becomes an outcome, so that the other files still come out.</summary>
#pragma warning disable CA1031 // A file's boundary catches everything, by design.
    public static ScanOutcome Of(string path, PrescriptionReader reader, DecodeLimits limits, CancellationToken cancellation)
    {
        try
        {
            if (!System.IO.File.Exists(path))
                return Failed(path, "not-found", "The file does not exist.", Cli.ExitCode.BadInput);
            var bytes = DocumentFile.Read(path, limits);
            return new(path, reader.Read(bytes, System.IO.Path.GetFileName(path), cancellation), "", "", Cli.ExitCode.Success);
        }
        catch (UnreadableDocumentException fault)
        {
            return Failed(path, fault.Code, fault.Message, Cli.ExitCode.BadInput);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Failed(path, "unreadable", "The file cannot be opened.", Cli.ExitCode.BadInput);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return Failed(path, "internal", $"Internal fault ({fault.GetType().Name}).", Cli.ExitCode.Fault);
        }
    }
#pragma warning restore CA1031

    private static ScanOutcome Failed(string path, string code, string message, int exitCode) => new(path, null, code, message, exitCode);
}
