using System.CommandLine;
using Vejja.Bench.Splits;

namespace Vejja.Bench.Cli;

/// <summary>Proves that the splits are apart.</summary>
internal static class SplitsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("splits", "Describe the splits and prove that they share no family, typeface, seed or held-out medicine; exit code 1 if they do.");
        command.SetAction(arguments =>
        {
            var output = arguments.InvocationConfiguration.Output;
            output.WriteLine(Disjointness.Describe());
            var violations = Disjointness.Violations();
            output.WriteLine(violations.Count == 0 ? "The splits are disjoint." : string.Join('\n', violations));
            return violations.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
