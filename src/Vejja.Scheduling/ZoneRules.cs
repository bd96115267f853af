using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>The offsets of a time zone over the time that a plan needs, for calendars.</summary>
public static class ZoneRules
{
    private const int YearsBeyondLastEvent = 5;

    /// <summary>The observances from the first event of the plans to some years after their last; plans without events have one.</summary>
    /// <param name="plans">At least one plan, all in one time zone.</param>
    public static TimeZoneRules Of(ImmutableArray<ReminderPlan> plans)
    {
        var zone = DateTimeZoneProviders.Tzdb[plans[0].TimeZone];
        var moments = plans.SelectMany(plan => plan.Medications).SelectMany(medication => medication.Series)
            .SelectMany(series => series.Occurrences)
            .Select(occurrence => Instant.FromDateTimeOffset(occurrence.At))
            .DefaultIfEmpty(LocalDateTime.FromDateTime(plans[0].Start).InZoneLeniently(zone).ToInstant()).ToArray();
        var (from, to) = (moments.Min() - Duration.FromDays(1), moments.Max() + Duration.FromDays(366 * YearsBeyondLastEvent));
        return new TimeZoneRules(zone.Id, [.. zone.GetZoneIntervals(from, to).Select(interval => Observance(zone, interval, from))]);
    }

    /// <summary>
    /// The first observance is taken to hold from just before the first event: how the zone came to it (Samoa by leaving out
    /// a day, many zones from local mean time with seconds) is more than some calendars can read. They need its daylight saving.
    /// </summary>
    private static ZoneObservance Observance(DateTimeZone zone, ZoneInterval interval, Instant from)
    {
        var isFirst = interval.Contains(from);
        var winter = Winter(zone, interval);
        var before = isFirst ? winter : zone.GetUtcOffset(interval.Start - Duration.Epsilon);
        var start = isFirst ? from.WithOffset(before).Date.AtMidnight() : interval.Start.WithOffset(before).LocalDateTime;
        return new ZoneObservance(
            start.ToDateTimeUnspecified(), before.ToTimeSpan(), interval.WallOffset.ToTimeSpan(), interval.Name, interval.WallOffset > winter);
    }

    /// <summary>
    /// The offset without daylight saving. Ireland and Morocco call the summer their standard and the winter a negative saving;
    /// calendars expect it the other way round.
    /// </summary>
    private static Offset Winter(DateTimeZone zone, ZoneInterval interval)
    {
        if (interval.Savings > Offset.Zero)
            return interval.StandardOffset;
        var before = interval.HasStart ? zone.GetZoneInterval(interval.Start - Duration.Epsilon) : interval;
        var after = interval.HasEnd ? zone.GetZoneInterval(interval.End) : interval;
        return before.Savings < Offset.Zero ? before.WallOffset : after.Savings < Offset.Zero ? after.WallOffset : interval.WallOffset;
    }
}
