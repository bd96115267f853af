using System.CommandLine;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Cli;

/// <summary>Scores what <c>vejja enhance</c> wrote: what its suggestions mend and what they would break.</summary>
internal static class EnhancementCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var truth = new Option<DirectoryInfo>("--truth") { Required = true, Description = "Folder with pictures and their truth." };
        var enhanced = new Option<FileInfo>("--enhanced") { Required = true, Description = "JSON Lines of vejja enhance." };
        var faults = new Option<bool>("--faults") { Description = "List every suggestion that is wrong." };
        var command = new Command("enhancement", "Score the suggestions of a language model against truth, on against off.") { truth, enhanced, faults };
        command.SetAction(arguments =>
        {
            var output = arguments.InvocationConfiguration.Output;
            var score = EnhancementScore.Of(arguments.GetValue(truth)!.FullName, arguments.GetValue(enhanced)!.FullName);
            output.WriteLine(score.Describe());
            foreach (var wrong in arguments.GetValue(faults) ? score.Suggestions.Where(suggestion => !suggestion.IsRight) : [])
                output.WriteLine($"{wrong.File} {wrong.Field}: '{wrong.Before}' → '{wrong.After}', printed '{wrong.Expected}' ({wrong.Confidence:0.00}, {wrong.Why})");
        });
        return command;
    }
}
