using System.Diagnostics;
using Vejja.Bench.Comparison.Interop;
using Vejja.Exchange.Contract;
using Vejja.Imaging.Cropping;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Straightening;
using Vejja.Reading;
using Vejja.Reading.Layout;

namespace Vejja.Bench.Comparison;

/// <summary>Reads a folder with <see cref="WholePageTesseract"/> and our reader after it.</summary>
internal static class WholePageRun
{
    /// <summary>The engine's name in tables.</summary>
    public const string Name = "tesseract-page";

    /// <summary>Reads every picture of a folder.</summary>
    public static async Task<RunCost> RunAsync(string folder, string readings, CancellationToken cancellation)
    {
        var tesseract = new WholePageTesseract(new PerspectiveCropper());
        var reader = new PrescriptionReader(
            new DocumentDecoder(new()), new PageStraightener(new()), tesseract, orientation: null, tesseract, tesseract, new RuleBlockClassifier(), TimeProvider.System, new ReadingOptions());
        var stages = new Dictionary<string, double>(StringComparer.Ordinal);
        var before = ResourceUsage.ChildrenSeconds();
        var own = Environment.CpuUsage.TotalTime;
        var began = Stopwatch.GetTimestamp();
        await using var output = new StreamWriter(readings);
        var files = Directory.EnumerateFiles(folder, "*.truth.json").Order(StringComparer.Ordinal).Select(path => path[..^".truth.json".Length]).ToArray();
        foreach (var path in files)
        {
            var document = reader.Read(await File.ReadAllBytesAsync(path, cancellation), Path.GetFileName(path), cancellation);
            await output.WriteLineAsync(PrescriptionJson.Write(document.Prescription).AsMemory(), cancellation);
            foreach (var stage in document.Stages)
                stages[stage.Stage] = stages.GetValueOrDefault(stage.Stage) + stage.Elapsed.TotalSeconds;
        }

        // Tesseract's own memory lies in its child process and is not counted.
        return new(Name, files.Length, Stopwatch.GetElapsedTime(began).TotalSeconds, ResourceUsage.ChildrenSeconds() - before + (Environment.CpuUsage.TotalTime - own).TotalSeconds, 0, stages);
    }
}
