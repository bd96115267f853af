using System.CommandLine;
using System.Globalization;
using Vejja.Bench.Crops;
using Vejja.Bench.Truth;
using Vejja.Inference.Detection;

namespace Vejja.Bench.Cli;

/// <summary>Cuts lines out of generated sheets, for the training of the recogniser.</summary>
internal static class CropsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var input = new Option<DirectoryInfo>("--in") { Required = true, Description = "Folder of generate (sheets of one picture)." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder to write to: a PNG of lines below each other and a TSV of places and texts for each sheet." };
        var command = new Command("crops", "Cut the lines of generated sheets as vejja scan does, with what they say.") { input, folder };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(input)!, arguments.GetValue(folder)!, arguments.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo input, DirectoryInfo folder, TextWriter errors, CancellationToken cancellation)
    {
        folder.Create();
        using var detector = new PpOcrTextDetector(await File.ReadAllBytesAsync(Path.Combine(Places.Root, PpOcrTextDetector.ModelPath), cancellation), new(), new());
        var sheets = new SheetCrops(detector);
        int labelled = 0, cut = 0;
        foreach (var path in input.EnumerateFiles("*.jpg").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (File.Exists(Path.Combine(folder.FullName, path.Name + ".tsv")))
                continue;
            var (crops, all) = sheets.Cut(await File.ReadAllBytesAsync(path.FullName, cancellation), TruthFile.Read(path.FullName + ".truth.json"), cancellation);
            (labelled, cut) = (labelled + crops.Length, cut + all);
            if (crops.Length > 0)
                CropStrip.Write(folder.FullName, path.Name, crops);
        }

        await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{labelled} of {cut} lines labelled"));
        return 0;
    }
}
