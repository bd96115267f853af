using System.CommandLine;
using Vejja.Bench.Comparison;
using Vejja.Bench.Reporting;

namespace Vejja.Bench.Cli;

/// <summary>Reads the same pictures with several engines.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var truth = new Option<DirectoryInfo>("--truth") { Required = true, Description = "Folder with pictures and their truth." };
        var runs = new Option<DirectoryInfo>("--runs") { Required = true, Description = "Folder for readings and costs; what lies there is not read again." };
        var engines = new Option<string[]>("--engines") { DefaultValueFactory = _ => [.. EngineComparison.Engines], AllowMultipleArgumentsPerToken = true, Description = "Which engines." };
        var command = new Command("compare", "Read the same pictures with several engines and put their figures side by side.") { truth, runs, engines };
        command.SetAction(async (arguments, cancellation) =>
        {
            var results = new List<EngineResult>();
            foreach (var engine in arguments.GetValue(engines)!)
                results.Add(await EngineComparison.RunAsync(Places.Program, arguments.GetValue(truth)!.FullName, arguments.GetValue(runs)!.FullName, engine, cancellation));
            await arguments.InvocationConfiguration.Output.WriteLineAsync(ComparisonTable.Write(results));
            return 0;
        });
        return command;
    }
}
