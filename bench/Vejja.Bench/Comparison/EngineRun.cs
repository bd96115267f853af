using System.Diagnostics;
using System.Globalization;
using System.Text;
using Vejja.Bench.Comparison.Interop;

namespace Vejja.Bench.Comparison;

/// <summary>What reading a folder cost.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Files">Files read.</param>
/// <param name="WallSeconds">Seconds from start to end of the process.</param>
/// <param name="ProcessorSeconds">Processor seconds of the process and its children.</param>
/// <param name="PeakMebibytes">Peak resident memory of the process.</param>
/// <param name="StageSeconds">Seconds by stage, summed over the files.</param>
internal sealed record RunCost(string Engine, int Files, double WallSeconds, double ProcessorSeconds, double PeakMebibytes, IReadOnlyDictionary<string, double> StageSeconds);

/// <summary>Runs <c>vejja scan</c> over a folder as a user would, as a process of its own.</summary>
internal static class EngineRun
{
    /// <summary>The pictures of a folder that have a truth.</summary>
    public static string[] WithTruth(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.truth.json").Order(StringComparer.Ordinal).Select(path => path[..^".truth.json".Length])];

    /// <summary>Reads pictures.</summary>
    /// <param name="program">The <c>vejja</c> executable.</param>
    /// <param name="files">The pictures.</param>
    /// <param name="engine">The engine's name on the command line.</param>
    /// <param name="readings">Where the JSON Lines go.</param>
    /// <param name="cancellation">Ends the process.</param>
    public static async Task<RunCost> RunAsync(string program, string[] files, string engine, string readings, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { "scan", "--engine", engine, "--timings" }.Concat(files))
            start.ArgumentList.Add(argument);
        var before = ResourceUsage.ChildrenSeconds();
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("vejja did not start.");
        await using var registration = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await File.WriteAllTextAsync(readings, await process.StandardOutput.ReadToEndAsync(cancellation), cancellation);
        await process.WaitForExitAsync(cancellation);
        var wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var text = await errors;
        return process.ExitCode is 0 or 2
            ? new(engine, files.Length, wall, ResourceUsage.ChildrenSeconds() - before, Peak(text), Stages(text))
            : throw new InvalidOperationException($"vejja scan --engine {engine} ended with {process.ExitCode}: {text.Split('\n').LastOrDefault(line => line.Length > 0)}");
    }

    /// <summary>Sums the stages of lines such as <c>a.jpg: decode 0.27 s, straighten 6.39 s; peak memory 963 MiB</c>.</summary>
    internal static Dictionary<string, double> Stages(string errors)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var stage in TimingLines(errors).SelectMany(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..line.IndexOf(';', StringComparison.Ordinal)].Split(", ")))
        {
            if (stage.Split(' ') is [var name, var seconds, "s"])
                sums[name] = sums.GetValueOrDefault(name) + double.Parse(seconds, CultureInfo.InvariantCulture);
        }

        return sums;
    }

    private static double Peak(string errors) =>
        TimingLines(errors).Select(line => double.Parse(line[(line.IndexOf("peak memory ", StringComparison.Ordinal) + 12)..].Split(' ')[0], CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();

    private static IEnumerable<string> TimingLines(string errors) => errors.Split('\n').Where(line => line.Contains("; peak memory ", StringComparison.Ordinal) && line.Contains(": ", StringComparison.Ordinal));
}
