using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Vejja.Domain.Documents;
using Vejja.Domain.Reminders;
using Vejja.Exchange;
using Vejja.Exchange.Calendar;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Wording;
using Vejja.Scheduling;

namespace Vejja.App.Cli;

/// <summary><c>vejja remind</c>: from what <c>vejja scan</c> printed to reminders, as JSON or as a calendar.</summary>
internal sealed class RemindCommand : Command
{
    private const long MaximumFileBytes = 64 << 20;

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private readonly Argument<string> file = new("PRESCRIPTION") { Description = "What 'vejja scan' printed: one prescription, or one a line; '-' reads standard input." };

    private readonly Option<LocalDateTime> start = new("--start")
    {
        Description = "First day of the course (2026-11-21), or its first moment (2026-11-21T15:00).",
        Required = true,
        CustomParser = ParseStart,
    };

    private readonly Option<DateTimeZone?> zone = new("--timezone")
    {
        Description = "The person's time zone, such as Asia/Phnom_Penh.",
        Required = true,
        CustomParser = ParseZone,
    };

    private readonly Option<DayHours?> hours = new("--hours")
    {
        Description = "The person's breakfast, lunch, dinner and bedtime: 07:00,12:00,18:00,21:00. Hours printed on the sheet win.",
        CustomParser = ParseHours,
    };

    private readonly Option<string> format = new("--format") { Description = "json or ics.", DefaultValueFactory = _ => "json" };

    private readonly Option<string> language = new("--language") { Description = "Language of the messages: en, fr or km.", DefaultValueFactory = _ => "en" };

    private readonly Option<bool> hideNames = new("--hide-names") { Description = "Leave out the medicines' names and the page's words." };

    private readonly Option<bool> requireApproval = new("--require-approval") { Description = "No reminder unless --approved is given too." };

    private readonly Option<bool> approved = new("--approved") { Description = "A person has approved the prescription." };

    private readonly Option<bool> cancel = new("--cancel") { Description = "Call every event off: same identifiers, next sequence." };

    private readonly Option<int> sequence = new("--sequence") { Description = "Number of corrections so far, for calendars that hold earlier events (default 0)." };

    private readonly Option<string?> id = new("--id") { Description = "What the events' identifiers are made from (default: file name and start)." };

    private readonly Option<int> days = new("--days") { Description = "Days that are listed of a course without an end (1 to 3660).", DefaultValueFactory = _ => 30 };

    private readonly TimeProvider time;

    public RemindCommand(TimeProvider time)
        : base("remind", "Turns a prescription into reminders.")
    {
        this.time = time;
        format.AcceptOnlyFromAmong("json", "ics");
        language.AcceptOnlyFromAmong("en", "fr", "km");
        days.Validators.Add(result => Range(result, days, 1, 3660));
        sequence.Validators.Add(result => Range(result, sequence, 0, 1_000_000));
        Arguments.Add(file);
        foreach (var option in new Option[] { start, zone, format, hours, language, hideNames, requireApproval, approved, cancel, sequence, id, days })
            Options.Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(file)!;
        ImmutableArray<(Prescription? Prescription, ContractException? Fault)> items;
        try
        {
            items = PrescriptionLines.Read(await ReadAsync(path, cancellation));
        }
        catch (Exception fault) when (fault is ContractException or IOException or UnauthorizedAccessException)
        {
            var cause = fault is ContractException ? fault.Message : fault is FileNotFoundException or DirectoryNotFoundException ? "no such file" : "cannot be read";
            await Console.Error.WriteLineAsync($"vejja: {path}: {cause}");
            return ExitCode.BadInput;
        }

        foreach (var (fault, index) in items.Select((item, index) => (item.Fault, index)).Where(item => item.Fault is not null))
        {
            var place = items.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"prescription {index + 1}: ");
            await Console.Error.WriteLineAsync($"vejja: {path}: {place}{fault!.Message}");
        }

        var plans = Plans(parsed, [.. items.Where(item => item.Prescription is not null).Select(item => item.Prescription!)]);
        if (!parsed.GetValue(approved) && !parsed.GetValue(requireApproval) && !plans.IsEmpty)
            await Console.Error.WriteLineAsync("vejja: nobody has approved this prescription; check every dose before you follow the reminders");
        await WriteAsync(parsed, plans);
        return items.Any(item => item.Fault is not null) ? ExitCode.BadInput : ExitCode.Success;
    }

    private ImmutableArray<ReminderPlan> Plans(ParseResult parsed, ImmutableArray<Prescription> prescriptions)
    {
        var begin = parsed.GetValue(start);
        var names = new Dictionary<string, int>();
        return [.. prescriptions.Select(Plan)];

        ReminderPlan Plan(Prescription prescription)
        {
            var name = parsed.GetValue(id) ?? string.Create(CultureInfo.InvariantCulture, $"{prescription.File} {begin:uuuu-MM-dd}");
            names[name] = names.GetValueOrDefault(name) + 1;
            var plan = ReminderScheduling.Plan(new ReminderRequest(prescription, begin, parsed.GetValue(zone)!)
            {
                PrescriptionId = names[name] == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({names[name]})"),
                Hours = parsed.GetValue(hours) ?? DayHours.Default,
                Approved = parsed.GetValue(approved),
                AllowUnapproved = !parsed.GetValue(requireApproval),
                HideNames = parsed.GetValue(hideNames),
                OpenEndedDays = parsed.GetValue(days),
            });
            plan = PlanRevision.At(plan, parsed.GetValue(sequence));
            return parsed.GetValue(cancel) ? PlanRevision.End(plan) : plan;
        }
    }

    private async Task WriteAsync(ParseResult parsed, ImmutableArray<ReminderPlan> plans)
    {
        var words = parsed.GetValue(language) switch
        {
            "fr" => WordingLanguage.French,
            "km" => WordingLanguage.Khmer,
            _ => WordingLanguage.English,
        };
        if (parsed.GetValue(format) == "ics")
        {
            if (!plans.IsEmpty)
                await Console.Out.WriteAsync(CalendarText.Write(plans, ZoneRules.Of(plans), time.GetUtcNow(), words));
            return;
        }

        foreach (var plan in plans)
            await Console.Out.WriteLineAsync(RemindersJson.Write(plan, words));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        while (await stream.ReadAsync(chunk, cancellation) is > 0 and var count)
        {
            if (buffer.Length + count > MaximumFileBytes)
                throw new ContractException("", "is larger than 64 MiB");
            await buffer.WriteAsync(chunk.AsMemory(0, count), cancellation);
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    internal static LocalDateTime ParseStart(ArgumentResult argument)
    {
        var text = argument.Tokens is [var token] ? token.Value : "";
        var moment = Day.Parse(text) is { Success: true } day ? day.Value.AtMidnight()
            : Moment.Parse(text) is { Success: true } exact ? exact.Value
            : default;
        if (moment.Year is < 1900 or > 2200)
            argument.AddError($"--start: '{OneLine(text)}' is not a date such as 2026-11-21 between 1900 and 2200");
        return moment;
    }

    internal static DateTimeZone? ParseZone(ArgumentResult argument)
    {
        var text = argument.Tokens is [var token] ? token.Value : "";
        var found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(text);
        if (found is null)
            argument.AddError($"--timezone: '{OneLine(text)}' is not an IANA time zone such as Asia/Phnom_Penh");
        return found;
    }

    private static DayHours? ParseHours(ArgumentResult argument)
    {
        var text = argument.Tokens is [var token] ? token.Value : "";
        ImmutableArray<TimeOnly?> times = [.. text.Split(',').Select(part =>
            TimeOnly.TryParseExact(part, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : (TimeOnly?)null)];
        if (times is [{ } breakfast, { } lunch, { } dinner, { } bedtime] && new DayHours(breakfast, lunch, dinner, bedtime) is { IsRising: true } own)
            return own;
        argument.AddError("--hours must be four rising times such as 07:00,12:00,18:00,21:00");
        return null;
    }

    private static void Range(OptionResult result, Option<int> option, int least, int most)
    {
        if (result.GetValue(option) is var value && (value < least || value > most))
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be between {least} and {most}"));
    }

    private static string OneLine(string text) => string.Concat(text.Take(60).Select(letter => char.IsControl(letter) ? ' ' : letter));
}
