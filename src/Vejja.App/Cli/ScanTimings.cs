using System.Diagnostics;
using System.Globalization;
using Vejja.Reading;

namespace Vejja.App.Cli;

/// <summary>Seconds by stage and the process's peak memory.</summary>
internal static class ScanTimings
{
    /// <summary>One line for a document.</summary>
    public static async Task WriteAsync(ReadDocument document, TextWriter errors)
    {
        var stages = string.Join(", ", document.Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage} {stage.Elapsed.TotalSeconds:0.00} s")));
        using var process = Process.GetCurrentProcess();
        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{document.Prescription.File}: {stages}; peak memory {process.PeakWorkingSet64 / (1 << 20)} MiB"));
    }
}
