using System.CommandLine;
using System.Globalization;
using Vejja.Bench.Camera;
using Vejja.Bench.Rendering;

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
        var unknown = new Option<bool>("--unknown-medicines") { Description = "Give every medicine an invented name that no lexicon knows." };
        var folder = new Option<DirectoryInfo>("--out") { Required = true, Description = "Folder to write to." };
        var command = new Command("generate", "Generate sheets with their truth.") { count, seed, split, level, family, unknown, folder };
        command.SetAction((arguments, cancellation) => RunAsync(
            arguments.GetValue(folder)!, new(arguments.GetValue(count), arguments.GetValue(seed), arguments.GetValue(split), arguments.GetValue(level), arguments.GetValue(family), arguments.GetValue(unknown)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo folder, SheetSet set, CancellationToken cancellation)
    {
        var cost = await set.WriteAsync(folder.FullName, cancellation);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{set.Count} sheets, {cost.Describe()}"));
        return 0;
    }
}
