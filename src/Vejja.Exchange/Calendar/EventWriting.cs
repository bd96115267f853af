using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Wording;

namespace Vejja.Exchange.Calendar;

/// <summary>Writes VEVENTs: wall-clock series with TZID, elapsed ones in UTC.</summary>
internal sealed class EventWriting(ContentLines lines, string zone, DateTimeOffset stamp, Vocabulary words, WordingLanguage language)
{
    private static readonly ImmutableArray<string> Units = ["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

    private static readonly ImmutableArray<string> Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <summary>One event.</summary>
    public void Write(MedicationReminders medication, ReminderSeries series)
    {
        var title = Title(medication, series);
        lines.Add("BEGIN", "VEVENT");
        lines.Add("UID", series.Uid);
        lines.Add("DTSTAMP", Utc(stamp));
        lines.Add("SEQUENCE", series.Sequence.ToString(CultureInfo.InvariantCulture));
        lines.Add("STATUS", series.Cancelled ? "CANCELLED" : "CONFIRMED");
        lines.Add("CLASS", "PRIVATE");
        lines.Add("TRANSP", "TRANSPARENT");
        lines.AddText("SUMMARY", title);
        if (series.Instruction is { } instruction)
            lines.AddText("DESCRIPTION", instruction);
        WriteTimes(series);
        if (!series.Cancelled)
            WriteAlarm(title);
        lines.Add("END", "VEVENT");
    }

    private void WriteTimes(ReminderSeries series)
    {
        var (first, last) = (series.Occurrences[0], series.Occurrences[^1]);
        if (series.Elapsed)
            lines.Add("DTSTART", Utc(first.At));
        else
            lines.Add($"DTSTART;TZID={zone}", Local(first.Local));
        if (series.Occurrences.Length == 1 && !series.OpenEnded)
            return;
        if (series.Rule is { } rule)
            lines.Add("RRULE", Rule(rule) + (series.OpenEnded ? "" : $";UNTIL={Utc(last.At)}"));
        else if (series.Elapsed)
            lines.Add("RDATE", string.Join(',', series.Occurrences.Skip(1).Select(dose => Utc(dose.At))));
        else
            lines.Add($"RDATE;TZID={zone}", string.Join(',', series.Occurrences.Skip(1).Select(dose => Local(dose.Local))));
    }

    private void WriteAlarm(string title)
    {
        lines.Add("BEGIN", "VALARM");
        lines.Add("ACTION", "DISPLAY");
        lines.AddText("DESCRIPTION", title);
        lines.Add("TRIGGER", "PT0S");
        lines.Add("END", "VALARM");
    }

    /// <summary>Name and amount; where the name is unread or hidden, only that it is a medicine.</summary>
    private string Title(MedicationReminders medication, ReminderSeries series)
    {
        var name = medication.Name ?? words.Say("medicine")!;
        return series.Dose is { } dose && new DosageSentence(words, language).Dose(dose) is { } amount ? $"{name}: {amount}" : name;
    }

    private static string Rule(RecurrenceRule rule) =>
        $"FREQ={Units[(int)rule.Unit]}"
        + (rule.Interval > 1 ? string.Create(CultureInfo.InvariantCulture, $";INTERVAL={rule.Interval}") : "")
        + (rule.Days.IsEmpty ? "" : ";BYDAY=" + string.Join(',', rule.Days.Select(DayCode)));

    private static string DayCode(DayOfWeekCode day) => Days[(int)day];

    private static string Local(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
