using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Rendering;
using Vejja.Bench.Templates;
using Vejja.Bench.Truth;

namespace Vejja.Bench.Cli;

/// <summary>Generates sheets of a split.</summary>
internal static class GenerateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 10, Description = "Number of sheets." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1, Description = "Seed; the same one gives the same bytes." };
        var split = new Option<Split>("--split") { DefaultValueFactory = _ => Split.Train, Description = "Train, dev or test." };
        var level = new Option<DegradationLevel?>("--level") { Description = "Clean, mild, hard or brutal; without it they take turns." };
        var family = new Option<string?>("--family") { Description = "One family only." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder to write to." };
        var command = new Command("generate", "Generate sheets with their truth.") { count, seed, split, level, family, folder };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(folder)!, arguments.GetValue(count), arguments.GetValue(seed), arguments.GetValue(split), arguments.GetValue(level), arguments.GetValue(family), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, int count, ulong seed, Split split, DegradationLevel? level, string? family, CancellationToken cancellation)
    {
        folder.Create();
        var families = family is null ? FamilyList.Of(split) : [FamilyList.Named(family)];
        var start = Stopwatch.GetTimestamp();
        await using var browser = await Chromium.StartAsync(cancellation);
        var press = new SheetPress(browser, Places.Fonts);
        var pages = 0;
        for (var i = 0; i < count; i++)
        {
            var chosen = families[i % families.Length];
            var how = level ?? (DegradationLevel)(1 + (i / families.Length % 3));
            // The splits' seeds are apart: each has a range of its own.
            var own = Splits.SeedRanges.Of(chosen.Split, seed, i);
            var name = string.Create(CultureInfo.InvariantCulture, $"{i:0000}-{chosen.Name}-{how.ToString().ToLowerInvariant()}");
            var sheet = await press.MakeAsync(chosen, own, how, name + (chosen.Name == "two-pages" ? ".pdf" : ".jpg"), cancellation);
            var bytes = sheet.Pictures.Length == 1 ? sheet.Pictures[0].Jpeg : PdfOfPictures.Write(sheet.Pictures);
            var path = Path.Combine(folder.FullName, sheet.Truth.Prescription.File);
            await File.WriteAllBytesAsync(path, bytes, cancellation);
            TruthFile.Write(path + ".truth.json", sheet.Truth);
            pages += sheet.Pictures.Length;
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} sheets, {pages} pages in {seconds:0.0} s"));
        return 0;
    }
}
