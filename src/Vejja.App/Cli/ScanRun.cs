using System.Collections.Immutable;
using System.Globalization;
using Vejja.App.Cli.Debugging;
using Vejja.App.Features.Enhance;
using Vejja.Domain.Documents;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Calendar;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Fhir;
using Vejja.Language.Generation;
using Vejja.Reading;
using Vejja.Scheduling;

namespace Vejja.App.Cli;

/// <summary>One run of <c>vejja scan</c>: files side by side, results in the order of the input, one failure stops no other file.</summary>
internal sealed class ScanRun(ScanRequest request, TextWriter output, TextWriter errors, TimeProvider time)
{
    private readonly List<ReminderPlan> plans = [];

    /// <summary>Runs it.</summary>
    /// <returns>0; 2 where a file could not be read; 1 where one met a fault of ours.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var files = ScanFiles.Expand(request.Paths);
        if (files.Count == 0)
        {
            await errors.WriteLineAsync("vejja: no documents found");
            return ExitCode.BadInput;
        }

        var sideBySide = Math.Clamp(Math.Min(files.Count, Environment.ProcessorCount), 1, 16);
        var threads = Math.Max(1, Environment.ProcessorCount / sideBySide);
        var options = new ReadingOptions { Threads = () => threads, KeepPages = request.DebugFolder is not null };
        using var composition = new Composition(request.Engine, options);
        try
        {
            using var model = request.Enhance ? await OpenAsync() : null;
            var exitCode = await WriteAllAsync(files, sideBySide, file => ReadAsync(file, composition.Reader, model, cancellation));
            await WriteCalendarAsync();
            return exitCode;
        }
        catch (LanguageModelException fault)
        {
            await errors.WriteLineAsync($"vejja: {fault.Message}");
            return ExitCode.BadInput;
        }
    }

    private async Task<ConfiguredModel> OpenAsync()
    {
        var model = new ConfiguredModel(null, time);
        if (model.Model is null)
            await errors.WriteLineAsync($"vejja: there is no language model ({LanguageModels.ModelVariable} or {LanguageModels.ServerVariable}); the rules' result stands");
        return model;
    }

    private async Task<int> WriteAllAsync(IReadOnlyList<string> files, int sideBySide, Func<string, Task<ScanOutcome>> read)
    {
        var done = 0;
        // One more than run at once: a slow first file must not let a thousand finished ones pile up.
        var waiting = new Queue<Task<ScanOutcome>>();
        var (next, exitCode) = (0, ExitCode.Success);
        while (next < files.Count || waiting.Count > 0)
        {
            while (next < files.Count && waiting.Count <= sideBySide)
                waiting.Enqueue(read(files[next++]));
            var outcome = await waiting.Dequeue();
            await WriteAsync(outcome);
            exitCode = exitCode == ExitCode.Fault || outcome.ExitCode == ExitCode.Success ? exitCode : outcome.ExitCode;
            done++;
            if (files.Count > 1)
                await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{done}/{files.Count} {outcome.File}"));
        }

        return exitCode;
    }

    private static async Task<ScanOutcome> ReadAsync(string file, PrescriptionReader reader, ConfiguredModel? model, CancellationToken cancellation)
    {
        var outcome = await Task.Run(() => ScanOutcome.Of(file, reader, Composition.Limits, cancellation), cancellation);
        return model is null || outcome.Document is not { } document ? outcome
            : outcome with { Document = document with { Prescription = await DocumentEnhancement.BesideAsync(model, document.Prescription, cancellation) } };
    }

    private async Task WriteAsync(ScanOutcome outcome)
    {
        if (outcome.Document is not { } document)
        {
            if (request.Format is "json" or "fhir")
                await output.WriteLineAsync(FailureJson.Write(outcome.File, outcome.ErrorCode, outcome.ErrorMessage));
            await errors.WriteLineAsync($"vejja: {outcome.File}: {outcome.ErrorMessage}");
            return;
        }

        await WriteAsync(FlagWording.In(document.Prescription, request.Language));
        if (request.DebugFolder is { } folder)
            DebugFiles.Write(document, folder);
        if (request.Timings)
            await ScanTimings.WriteAsync(document, errors);
    }

    private async Task WriteAsync(Prescription prescription)
    {
        switch (request.Format)
        {
            case "json":
                await output.WriteLineAsync(PrescriptionJson.Write(prescription));
                break;
            case "fhir":
                await output.WriteLineAsync(FhirBundle.Write(prescription, time.GetUtcNow()));
                break;
            case "ics":
                plans.Add(ReminderScheduling.Plan(new ReminderRequest(prescription, request.Start!.Value, request.Zone!) { AllowUnapproved = true }));
                break;
            default:
                ScanText.Write(prescription, output, request.Language);
                break;
        }
    }

    /// <summary>One calendar for all documents: a calendar file cannot be a line of many.</summary>
    private async Task WriteCalendarAsync()
    {
        if (plans.Count == 0)
            return;
        await errors.WriteLineAsync("vejja: nobody has approved this reading; check every dose before you follow the reminders");
        ImmutableArray<ReminderPlan> all = [.. plans];
        await output.WriteAsync(CalendarText.Write(all, ZoneRules.Of(all), time.GetUtcNow(), request.Language));
    }
}
