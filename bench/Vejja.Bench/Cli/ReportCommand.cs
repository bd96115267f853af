using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Vejja.Bench.Camera;
using Vejja.Bench.Comparison;
using Vejja.Bench.Rendering;
using Vejja.Bench.Reporting;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Cli;

/// <summary>Makes the test set, reads it with every engine and writes docs/accuracy.md.</summary>
internal static class ReportCommand
{
    private const ulong TestSeed = 20261121;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var count = new Option<int>("--count") { DefaultValueFactory = _ => 17, Description = "Sheets of the test split: families and levels take turns." };
        var compared = new Option<int>("--compared") { DefaultValueFactory = _ => 14, Description = "How many of them, from the first, the other engines read too: every seven are one of each family at one level." };
        var unknown = new Option<int>("--unknown") { DefaultValueFactory = _ => 7, Description = "Sheets with invented medicines." };
        var engines = new Option<string[]>("--engines") { DefaultValueFactory = _ => [.. EngineComparison.Engines], AllowMultipleArgumentsPerToken = true, Description = "Which engines; the first is ours." };
        var work = new Option<DirectoryInfo>("--work") { DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Places.Root, "artifacts/bench")), Description = "Folder for pictures and readings; what lies there is not made again." };
        var command = new Command("report", "Write docs/accuracy.md.") { count, compared, unknown, engines, work };
        command.SetAction(async (arguments, cancellation) =>
        {
            var folder = arguments.GetValue(work)!.FullName;
            var sheets = arguments.GetValue(count);
            var test = await MakeAsync(new(sheets, TestSeed, Split.Test), Path.Combine(folder, "test"), cancellation);
            var names = arguments.GetValue(engines)!;
            var ours = await EngineComparison.RunAsync(Places.Program, test, Path.Combine(folder, "runs"), names[0], cancellation);
            var few = await MakeAsync(new(arguments.GetValue(compared), TestSeed, Split.Test), Path.Combine(folder, "compared"), cancellation);
            var others = new List<EngineResult>();
            foreach (var engine in names[1..])
                others.Add(await EngineComparison.RunAsync(Places.Program, few, Path.Combine(folder, "runs-compared"), engine, cancellation));
            var invented = arguments.GetValue(unknown) == 0 ? null : await EngineComparison.RunAsync(
                Places.Program, await MakeAsync(new(arguments.GetValue(unknown), TestSeed + 1, Split.Test, DegradationLevel.Mild, null, true), Path.Combine(folder, "unknown"), cancellation),
                Path.Combine(folder, "runs-unknown"), ours.Engine, cancellation);
            var report = new AccuracyReport(
                string.Create(CultureInfo.InvariantCulture, $"{sheets} sheets of the test split (seed {TestSeed}), which share no family, typeface or seed with the others"), ours, others, invented?.Summary,
                await PhotoAsync(ours.Engine, cancellation));
            var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            report.Write(Path.Combine(Places.Root, "docs"), test, Command(arguments, [count, compared, unknown, engines]), day);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(ComparisonTable.Write([ours, .. others]));
            return 0;
        });
        return command;
    }

    /// <summary>The command as it was given: options that have their default are left out.</summary>
    private static string Command(ParseResult arguments, Option[] options) =>
        "dotnet run --project bench/Vejja.Bench -c Release -- report" + string.Concat(options.Select(arguments.GetResult).OfType<OptionResult>().Where(given => !given.Implicit)
            .Select(given => " " + given.Option.Name + string.Concat(given.Tokens.Select(token => " " + token.Value))));

    private static async Task<string> MakeAsync(SheetSet set, string folder, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            await set.WriteAsync(folder, cancellation);
        return folder;
    }

    /// <summary>The real photograph lies outside the repository and only on some machines.</summary>
    private static async Task<RealPhotoScore?> PhotoAsync(string engine, CancellationToken cancellation)
    {
        var photo = new[] { "shared/samples", "../shared/samples", "../../shared/samples" }.Select(folder => Path.Combine(Places.Root, folder, "hospital-photo-redacted.png")).FirstOrDefault(File.Exists);
        if (photo is null)
            return null;
        var start = new ProcessStartInfo(Places.Program) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        foreach (var argument in new[] { "scan", "--engine", engine, photo })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("vejja did not start.");
        _ = process.StandardError.ReadToEndAsync(cancellation);
        var reading = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return RealPhotoScore.From(await File.ReadAllTextAsync(photo[..^4] + ".expected.json", cancellation), reading);
    }
}
