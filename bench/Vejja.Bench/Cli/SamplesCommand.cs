using System.CommandLine;
using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Rendering;
using Vejja.Bench.Templates;
using Vejja.Bench.Truth;

namespace Vejja.Bench.Cli;

/// <summary>Makes the repository's sample documents: always the same ones.</summary>
internal static class SamplesCommand
{
    private static readonly (string File, string Family, ulong Seed)[] Samples =
    [
        ("hospital-slots.jpg", "hospital-slots", 21), ("hospital-orders.jpg", "hospital-orders", 12), ("clinic-remark.jpg", "clinic-remark", 23),
        ("ordonnance.jpg", "ordonnance", 14), ("english-sigs.jpg", "english-sigs", 15), ("english-grid.jpg", "english-grid", 16),
        ("khmer-narrative.jpg", "khmer-narrative", 31), ("two-pages.pdf", "two-pages", 18),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--out") { DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Places.Root, "samples")), Description = "Folder to write to." };
        var command = new Command("samples", "Make the sample documents of the repository.") { folder };
        command.SetAction((arguments, cancellation) => RunAsync(arguments.GetValue(folder)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, CancellationToken cancellation)
    {
        folder.Create();
        await using var browser = await Chromium.StartAsync(cancellation);
        var press = new SheetPress(browser, Places.Fonts);
        foreach (var (file, family, seed) in Samples)
        {
            var sheet = await press.MakeAsync(FamilyList.Named(family), seed, DegradationLevel.Mild, file, cancellation);
            var bytes = file.EndsWith(".pdf", StringComparison.Ordinal) ? PdfOfPictures.Write(sheet.Pictures) : sheet.Pictures[0].Jpeg;
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, file), bytes, cancellation);
            TruthFile.Write(Path.Combine(folder.FullName, file + ".truth.json"), sheet.Truth);
            await Console.Error.WriteLineAsync($"{file} {bytes.Length / 1024} KiB");
        }

        return 0;
    }
}
