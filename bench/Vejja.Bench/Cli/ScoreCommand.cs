using System.CommandLine;
using Vejja.Bench.Reporting;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Cli;

/// <summary>Scores what <c>vejja scan</c> wrote.</summary>
internal static class ScoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var truth = new Option<DirectoryInfo>("--truth") { Required = true, Description = "Folder with pictures and their truth." };
        var readings = new Option<FileInfo>("--readings") { Required = true, Description = "JSON Lines of vejja scan." };
        var faults = new Option<bool>("--faults") { Description = "List every wrong field." };
        var command = new Command("score", "Score readings against truth.") { truth, readings, faults };
        command.SetAction(arguments =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var set = ReadingSet.Load(arguments.GetValue(truth)!.FullName, arguments.GetValue(readings)!.FullName);
            var summary = new Summary(set.Scores);
            output.WriteLine(SummaryText.Sheets(summary));
            output.WriteLine(SummaryText.Write(summary));
            if (arguments.GetValue(faults))
                output.WriteLine(SummaryText.Faults(summary));
            if (set.Failures.Count > 0)
                output.WriteLine("not read: " + string.Join(", ", set.Failures));
        });
        return command;
    }
}
