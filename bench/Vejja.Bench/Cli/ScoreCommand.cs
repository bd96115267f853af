using System.CommandLine;
using System.Globalization;
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
        var fields = new Option<FileInfo?>("--fields") { Description = "Writes what became of every field of a medicine there: field, confidence, whether it is right, whether a flag asks for a look." };
        var command = new Command("score", "Score readings against truth.") { truth, readings, faults, fields };
        command.SetAction(arguments =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var set = ReadingSet.Load(arguments.GetValue(truth)!.FullName, arguments.GetValue(readings)!.FullName);
            var summary = new Summary(set.Scores);
            output.WriteLine(SummaryText.Sheets(summary));
            output.WriteLine(SummaryText.Write(summary));
            if (arguments.GetValue(faults))
                output.WriteLine(SummaryText.Faults(summary));
            if (arguments.GetValue(fields) is { } file)
                File.WriteAllLines(file.FullName, summary.Outcomes.Where(outcome => outcome.IsGiven).Select(Row));
            if (set.Failures.Count > 0)
                output.WriteLine("not read: " + string.Join(", ", set.Failures));
        });
        return command;
    }

    private static string Row(FieldOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture, $"{outcome.Field}\t{outcome.Confidence:0.0000}\t{(outcome.IsRight ? 1 : 0)}\t{(outcome.IsFlagged ? 1 : 0)}");
}
