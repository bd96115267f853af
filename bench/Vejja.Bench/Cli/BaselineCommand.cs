using System.CommandLine;
using Vejja.Bench.Comparison;
using Vejja.Bench.Reporting;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Cli;

/// <summary>Reads the samples and compares with the accepted figures, or accepts new ones.</summary>
internal static class BaselineCommand
{
    /// <summary>The samples that are read: one a kind of sheet, and no PDF, whose pages are drawn by a child process under a time limit.</summary>
    private static readonly string[] Samples = ["clinic-remark.jpg", "english-sigs.jpg", "hospital-slots.jpg", "khmer-narrative.jpg", "ordonnance.jpg"];

    /// <summary>The accepted figures.</summary>
    public static string Accepted => Path.Combine(Places.Root, "bench/baseline.json");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var accept = new Option<bool>("--accept") { Description = "Accept the figures as they are now." };
        var command = new Command("baseline", "Read the samples and compare with bench/baseline.json; exit code 1 when a figure fell by more than its noise.") { accept };
        command.SetAction(async (arguments, cancellation) =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var summary = await MeasureAsync(cancellation);
            var figures = Baseline.Of(summary);
            await output.WriteLineAsync(SummaryText.Sheets(summary));
            if (arguments.GetValue(accept))
            {
                Baseline.Write(Accepted, figures);
                return 0;
            }

            var falls = Baseline.Falls(Baseline.Read(Accepted), figures);
            await output.WriteLineAsync(falls.Count == 0 ? "No figure fell." : string.Join('\n', falls));
            return falls.Count == 0 ? 0 : 1;
        });
        return command;
    }

    /// <summary>Reads the samples with the program as it comes.</summary>
    public static async Task<Summary> MeasureAsync(CancellationToken cancellation)
    {
        var runs = Directory.CreateTempSubdirectory("vejja-baseline-");
        try
        {
            foreach (var file in Samples.SelectMany(sample => new[] { sample, sample + ".truth.json" }))
                File.Copy(Path.Combine(Places.Root, "samples", file), Path.Combine(runs.FullName, file));
            return (await EngineComparison.RunAsync(Places.Program, runs.FullName, Path.Combine(runs.FullName, "runs"), "auto", cancellation)).Summary;
        }
        finally
        {
            runs.Delete(recursive: true);
        }
    }
}
