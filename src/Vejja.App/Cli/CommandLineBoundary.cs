using System.CommandLine;
using Vejja.Reading.Pages;

namespace Vejja.App.Cli;

/// <summary>Where the command line ends and exceptions become one clear line and an exit code.</summary>
internal static class CommandLineBoundary
{
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false };

    /// <summary>Parses and runs; a stack trace never reaches the user.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
#pragma warning disable CA1031 // The boundary catches everything, by design.
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args, Parsing);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"vejja: {error.Message}");
            return ExitCode.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation);
        }
        catch (UnreadableDocumentException fault)
        {
            await Console.Error.WriteLineAsync($"vejja: {fault.Message}");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("vejja: cancelled");
            return ExitCode.Fault;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"vejja: internal fault ({fault.GetType().Name})");
            return ExitCode.Fault;
        }
    }
#pragma warning restore CA1031
}
