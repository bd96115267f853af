using System.Diagnostics;
using System.Globalization;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Runs a converter under limits of time, memory, processor seconds and file size (util-linux <c>prlimit</c>), without a shell.</summary>
internal sealed class BoundedProcess(DecodeLimits limits)
{
    private const int OutputCharacters = 1 << 20;

    /// <summary>Runs to the end and gives what it wrote on its standard output, at most a million characters.</summary>
    /// <exception cref="UnreadableDocumentException">It ran out of time, or failed on the document.</exception>
    public string Run(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("prlimit") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var limit in Limits())
            start.ArgumentList.Add(limit);
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.ChildTimeout);
        try
        {
            var output = ReadAsync(process.StandardOutput, deadline.Token);
            var errors = ReadAsync(process.StandardError, deadline.Token);
            process.WaitForExitAsync(deadline.Token).GetAwaiter().GetResult();
            var text = output.GetAwaiter().GetResult();
            _ = errors.GetAwaiter().GetResult();
            return process.ExitCode switch
            {
                0 => text,
                // exec failed: prlimit found no such program.
                126 or 127 => throw new InvalidOperationException($"{program} is not installed."),
                _ => throw new UnreadableDocumentException("damaged-file", $"{program} could not read the document."),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UnreadableDocumentException("timeout", string.Create(CultureInfo.InvariantCulture, $"{program} did not finish the document within {limits.ChildTimeout.TotalSeconds:0} s."));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private IEnumerable<string> Limits()
    {
        var culture = CultureInfo.InvariantCulture;
        yield return string.Create(culture, $"--as={limits.ChildMemoryBytes}");
        yield return string.Create(culture, $"--cpu={Math.Ceiling(limits.ChildProcessorTime.TotalSeconds):0}");
        yield return string.Create(culture, $"--fsize={limits.ChildFileBytes}");
        yield return "--core=0";
    }

    /// <summary>Reads to the end, keeping only the first characters, so that a chatty child neither blocks nor fills the memory.</summary>
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellation)
    {
        var kept = new System.Text.StringBuilder();
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer, cancellation) is > 0 and var read)
            kept.Append(buffer, 0, Math.Min(read, OutputCharacters - kept.Length));
        return kept.ToString();
    }
}
