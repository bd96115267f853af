using System.CommandLine;
using NodaTime;
using Vejja.Exchange.Wording;

namespace Vejja.App.Cli;

/// <summary><c>vejja scan FILE...</c>: reads documents to medications.</summary>
internal static class ScanCommand
{
    private static readonly string[] Formats = ["json", "fhir", "ics", "text"];

    /// <summary>The command with its options.</summary>
    /// <param name="time">The clock of FHIR and calendar stamps.</param>
    public static Command Create(TimeProvider time)
    {
        var files = new Argument<string[]>("FILE") { Description = "Pictures, PDF files or folders of them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "Output: json or fhir, one object a line; ics, a calendar of reminders (with --start and --timezone); text, a table for people.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong(Formats);
        var engine = new Option<string>("--engine") { Description = "Which recogniser reads the lines.", DefaultValueFactory = _ => "auto" };
        engine.AcceptOnlyFromAmong("auto", "vejja", "tesseract", "paddle");
        var debug = new Option<DirectoryInfo?>("--debug") { Description = "Folder for the page with everything that was read drawn on it (PNG and HTML)." };
        var language = new Option<string>("--language") { Description = "Language of messages and instructions in text.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "fr", "km");
        var start = new Option<LocalDateTime?>("--start") { Description = "First day of the course, such as 2026-11-21, for ics.", CustomParser = argument => RemindCommand.ParseStart(argument) };
        var zone = new Option<DateTimeZone?>("--timezone") { Description = "The person's time zone, such as Asia/Phnom_Penh, for ics.", CustomParser = RemindCommand.ParseZone };
        var timings = new Option<bool>("--timings") { Description = "Prints the seconds of each stage and the peak memory to standard error." };
        var enhance = new Option<bool>("--enhance") { Description = "Asks the language model that is set up (see 'vejja enhance') about doubtful readings; what it suggests stands beside them as alternatives." };
        var command = new Command("scan", "Reads prescriptions: photographs and PDF files to medications.") { files, format, engine, debug, language, start, zone, timings, enhance };
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == "ics" && (result.GetValue(start) is null || result.GetValue(zone) is null))
                result.AddError("--format ics needs --start and --timezone");
        });
        command.SetAction((parsed, cancellation) => new ScanRun(
            new ScanRequest(
                parsed.GetRequiredValue(files), parsed.GetRequiredValue(format), Enum.Parse<EngineChoice>(parsed.GetRequiredValue(engine), ignoreCase: true),
                parsed.GetValue(debug), LanguageOf(parsed.GetRequiredValue(language)), parsed.GetValue(timings))
            {
                Start = parsed.GetValue(start),
                Zone = parsed.GetValue(zone),
                Enhance = parsed.GetValue(enhance),
            },
            Console.Out, Console.Error, time).RunAsync(cancellation));
        return command;
    }

    private static WordingLanguage LanguageOf(string code) => code switch
    {
        "fr" => WordingLanguage.French,
        "km" => WordingLanguage.Khmer,
        _ => WordingLanguage.English,
    };
}
