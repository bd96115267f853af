using System.CommandLine;
using Vejja.App.Features.Enhance;
using Vejja.Exchange;
using Vejja.Exchange.Contract;
using Vejja.Language.Generation;

namespace Vejja.App.Cli;

/// <summary><c>vejja enhance</c>: what a language model would have a reviewer look at, for what <c>vejja scan</c> printed.</summary>
internal static class EnhanceCommand
{
    private const long LargestFile = 64 << 20;

    /// <summary>The command.</summary>
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<FileInfo>("PRESCRIPTION") { Description = "What 'vejja scan' printed: one prescription, or one a line." };
        var model = new Option<FileInfo?>("--model") { Description = $"GGUF file (default: {LanguageModels.ModelVariable}, else the server in {LanguageModels.ServerVariable}, else the model that ships)." };
        var command = new Command("enhance", "Suggestions of a language model for what the rules left open; the prescription itself stands.") { file, model };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(model), time, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, FileInfo? path, TimeProvider time, CancellationToken cancellation)
    {
        if (!file.Exists || file.Length > LargestFile)
            return await FailAsync(file, file.Exists ? "larger than 64 MiB" : "no such file");
        if (path is { Exists: false })
            return await FailAsync(path, "no such model file");
        try
        {
            using var model = new ConfiguredModel(path?.FullName, time);
            var enhancer = model.Enhancer;
            var allWell = true;
            foreach (var (prescription, fault) in PrescriptionLines.Read(await File.ReadAllBytesAsync(file.FullName, cancellation)))
            {
                if (prescription is null)
                {
                    allWell = false;
                    await Console.Error.WriteLineAsync($"vejja: {file.Name}: {fault!.Message}");
                    continue;
                }

                var enhancement = await enhancer.EnhanceAsync(prescription, cancellation);
                if (enhancement.Warnings.Contains("no-language-model"))
                    await Console.Error.WriteLineAsync($"vejja: there is no language model ({LanguageModels.ModelVariable} or {LanguageModels.ServerVariable}); the rules' result stands");
                await Console.Out.WriteLineAsync(EnhancementJson.Write(prescription, enhancement));
            }

            return allWell ? ExitCode.Success : ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is ContractException or LanguageModelException or IOException or UnauthorizedAccessException)
        {
            return await FailAsync(file, fault is ContractException or LanguageModelException ? fault.Message : "cannot be read");
        }
    }

    private static async Task<int> FailAsync(FileInfo file, string cause)
    {
        await Console.Error.WriteLineAsync($"vejja: {file.Name}: {cause}");
        return ExitCode.BadInput;
    }
}
