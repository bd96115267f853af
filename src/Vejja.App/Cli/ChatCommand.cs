using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using Vejja.App.Features.Chat;
using Vejja.App.Web;
using Vejja.Domain.Documents;
using Vejja.Exchange;
using Vejja.Exchange.Contract;
using Vejja.Language.Assistant;
using Vejja.Scheduling;

namespace Vejja.App.Cli;

/// <summary><c>vejja chat PRESCRIPTION.json [QUESTION]</c>: questions about a prescription, one or one a line.</summary>
internal static class ChatCommand
{
    private const int LongestFileMebibytes = 64;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command.</summary>
    /// <param name="time">The clock that tells which dose is next.</param>
    public static Command Create(TimeProvider time)
    {
        var file = new Argument<FileInfo>("PRESCRIPTION") { Description = "What 'vejja scan' printed: one prescription." };
        var question = new Argument<string?>("QUESTION") { Description = "One question; without it, questions are read from standard input, one a line.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string?>("--language") { Description = "Language of the answers: km, en or fr (default: the question's own)." };
        language.AcceptOnlyFromAmong("km", "en", "fr");
        var start = new Option<LocalDateTime?>("--start") { Description = "First day of the course, such as 2026-11-21, for the next dose and what is left.", CustomParser = argument => RemindCommand.ParseStart(argument) };
        var zone = new Option<DateTimeZone?>("--timezone") { Description = "The person's time zone, such as Asia/Phnom_Penh, with --start.", CustomParser = RemindCommand.ParseZone };
        var format = new Option<string>("--format") { Description = "text, or json: one object an answer, with its sources.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("chat", "Answers questions about a prescription in Khmer, English or French.") { file, question, language, start, zone, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(start) is null != result.GetValue(zone) is null)
                result.AddError("--start and --timezone belong together");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            if (await ReadAsync(parsed.GetRequiredValue(file), cancellation) is not { } prescription)
                return ExitCode.BadInput;
            if (prescription.RequiresReview)
                await Console.Error.WriteLineAsync("vejja: this reading has doubts that a person must look at; compare every answer with the sheet");
            if (await OptionsAsync() is not { } options)
                return ExitCode.BadInput;
            var talk = new Talk(
                prescription, parsed.GetValue(start), parsed.GetValue(zone), parsed.GetValue(language), parsed.GetRequiredValue(format) == "json", new(options), time);
            if (parsed.GetValue(question) is { } single)
                await talk.AnswerAsync(single, cancellation);
            else
                await talk.AnswerLinesAsync(cancellation);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<Prescription?> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        string cause;
        try
        {
            if (file.Length > (long)LongestFileMebibytes << 20)
                throw new ContractException("", "is larger than 64 MiB");
            switch (PrescriptionLines.Read(await File.ReadAllBytesAsync(file.FullName, cancellation)))
            {
                case [{ Prescription: { } prescription }]:
                    return prescription;
                case [{ Fault: { } fault }]:
                    cause = fault.Message;
                    break;
                default:
                    cause = "holds several prescriptions; a conversation is about one";
                    break;
            }
        }
        catch (Exception fault) when (fault is ContractException or IOException or UnauthorizedAccessException)
        {
            cause = fault is ContractException ? fault.Message : fault is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "cannot be read";
        }

        await Console.Error.WriteLineAsync($"vejja: {file.Name}: {cause}");
        return null;
    }

    private static async Task<AssistantOptions?> OptionsAsync()
    {
        try
        {
            return ServiceOptions.AssistantFromEnvironment();
        }
        catch (ArgumentException fault)
        {
            await Console.Error.WriteLineAsync($"vejja: {fault.Message}");
            return null;
        }
    }

    /// <summary>One conversation on the terminal.</summary>
    private sealed class Talk(
        Prescription prescription, LocalDateTime? start, DateTimeZone? zone, string? language, bool isJson, PrescriptionAssistant assistant, TimeProvider time)
    {
        private ConversationMemory memory = ConversationMemory.Empty;

        public async Task AnswerLinesAsync(CancellationToken cancellation)
        {
            var isPerson = !Console.IsInputRedirected;
            while (!cancellation.IsCancellationRequested)
            {
                if (isPerson)
                    await Console.Error.WriteAsync("> ");
                if (await Console.In.ReadLineAsync(cancellation) is not { } line)
                    return;
                await AnswerAsync(line, cancellation);
            }
        }

        public async Task AnswerAsync(string question, CancellationToken cancellation)
        {
            var answer = await assistant.AnswerAsync(Subject(), question, memory, language, cancellation);
            memory = answer.Memory;
            if (isJson)
            {
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(AnswerView.Of(answer), Json));
                return;
            }

            await Console.Out.WriteLineAsync(answer.Text);
            ImmutableArray<string> sources = [.. answer.Sources.Select(source => $"{source.Field} {string.Join(' ', source.Blocks)}".TrimEnd())];
            if (!sources.IsEmpty)
                await Console.Out.WriteLineAsync($"[{string.Join("; ", sources)}]");
        }

        private ChatSubject Subject()
        {
            var now = time.GetUtcNow();
            if (start is not { } first || zone is null)
                return new(prescription, null, now);
            var offset = zone.GetUtcOffset(Instant.FromDateTimeOffset(now)).ToTimeSpan();
            return new(prescription, ReminderScheduling.Plan(new(prescription, first, zone) { AllowUnapproved = true }), now.ToOffset(offset));
        }
    }
}
