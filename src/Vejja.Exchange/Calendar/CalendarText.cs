using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Wording;

namespace Vejja.Exchange.Calendar;

/// <summary>Reminders as an RFC 5545 calendar: one event a series, with an alarm at its time.</summary>
public static class CalendarText
{
    /// <summary>One VCALENDAR; lines end in CR LF.</summary>
    /// <param name="plans">The plans, all in the time zone of <paramref name="zone"/>.</param>
    /// <param name="zone">The zone's offsets over the time of all events.</param>
    /// <param name="stamp">Now: the events' DTSTAMP.</param>
    /// <param name="language">Language of what is not the page's own words.</param>
    public static string Write(ImmutableArray<ReminderPlan> plans, TimeZoneRules zone, DateTimeOffset stamp, WordingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var events = plans.SelectMany(plan => plan.Medications)
            .SelectMany(medication => medication.Series.Select(series => (Medication: medication, Series: series))).ToArray();
        var lines = new ContentLines();
        lines.Add("BEGIN", "VCALENDAR");
        lines.Add("VERSION", "2.0");
        lines.Add("PRODID", "-//Vejja//Reminders//EN");
        lines.Add("CALSCALE", "GREGORIAN");
        lines.Add("METHOD", events.Length > 0 && events.All(item => item.Series.Cancelled) ? "CANCEL" : "PUBLISH");
        WriteZone(lines, zone);
        var writing = new EventWriting(lines, zone.Id, stamp, Vocabulary.Of(language), language);
        foreach (var (medication, series) in events)
            writing.Write(medication, series);
        lines.Add("END", "VCALENDAR");
        return lines.ToString();
    }

    private static void WriteZone(ContentLines lines, TimeZoneRules zone)
    {
        lines.Add("BEGIN", "VTIMEZONE");
        lines.Add("TZID", zone.Id);
        foreach (var observance in zone.Observances)
        {
            var kind = observance.Daylight ? "DAYLIGHT" : "STANDARD";
            lines.Add("BEGIN", kind);
            lines.Add("DTSTART", observance.Start.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture));
            lines.Add("TZOFFSETFROM", Offset(observance.OffsetFrom));
            lines.Add("TZOFFSETTO", Offset(observance.OffsetTo));
            lines.AddText("TZNAME", observance.Name);
            lines.Add("END", kind);
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(offset.Seconds == 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
}
