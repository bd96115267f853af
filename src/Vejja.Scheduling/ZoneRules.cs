using NodaTime;
using NodaTime.TimeZones;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>The offsets of a time zone over the time that a plan needs, for calendars.</summary>
public static class ZoneRules
{
    private const int YearsBeyondLastEvent = 5;

    /// <summary>The observances from the first event of the plan to some years after its last; a plan without events has one.</summary>
    public static TimeZoneRules Of(ReminderPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var zone = DateTimeZoneProviders.Tzdb[plan.TimeZone];
        var moments = plan.Medications.SelectMany(medication => medication.Series).SelectMany(series => series.Occurrences)
            .Select(occurrence => Instant.FromDateTimeOffset(occurrence.At))
            .DefaultIfEmpty(LocalDateTime.FromDateTime(plan.Start).InZoneLeniently(zone).ToInstant()).ToArray();
        var (from, to) = (moments.Min() - Duration.FromDays(1), moments.Max() + Duration.FromDays(366 * YearsBeyondLastEvent));
        return new TimeZoneRules(zone.Id, [.. zone.GetZoneIntervals(from, to).Select(interval => Observance(zone, interval))]);
    }

    private static ZoneObservance Observance(DateTimeZone zone, ZoneInterval interval)
    {
        // A zone that never changed before has no start; calendars take the beginning of 1970 for it.
        var hasStart = interval.HasStart && interval.Start > Instant.FromUtc(1601, 1, 1, 0, 0);
        var before = hasStart ? zone.GetZoneInterval(interval.Start - Duration.Epsilon).WallOffset : interval.WallOffset;
        var start = hasStart ? interval.Start.WithOffset(before).LocalDateTime : new LocalDateTime(1970, 1, 1, 0, 0);
        return new ZoneObservance(
            start.ToDateTimeUnspecified(), before.ToTimeSpan(), interval.WallOffset.ToTimeSpan(), interval.Name, interval.Savings != Offset.Zero);
    }
}
