using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;
using static Vejja.Scheduling.Tests.Prescribed;

namespace Vejja.Scheduling.Tests;

/// <summary>Every time zone, around every change of its offset from 2005 to 2030.</summary>
public sealed class EveryZoneTests
{
    private static readonly Instant From = Instant.FromUtc(2005, 1, 1, 0, 0);

    private static readonly Instant To = Instant.FromUtc(2031, 1, 1, 0, 0);

    private static readonly Repeat ThreeTimes = new() { TimeOfDay = [new TimeOnly(0, 0), new TimeOnly(2, 30), new TimeOnly(23, 59)] };

    [Fact]
    public void Plan_WallClockAcrossEveryTransition_SortedInsideAndAsManyAsTheRuleSays()
    {
        foreach (var (zone, start) in Transitions())
        {
            var reminders = Schedule(ThreeTimes.For(3, TimeUnit.Day), start, zone.Id);
            Assert.Equal(9, reminders.Doses().Length);
            foreach (var series in reminders.Series)
                AssertWallClock(series, zone, start);
        }
    }

    [Fact]
    public void Plan_ElapsedAcrossEveryTransition_IntervalNeverChanges()
    {
        foreach (var (zone, start) in Transitions())
        {
            var series = Schedule(Every(8, TimeUnit.Hour) with { Count = 9 }, start, zone.Id).Series.Single();
            Assert.Equal(9, series.Occurrences.Length);
            for (var dose = 1; dose < series.Occurrences.Length; dose++)
                Assert.Equal(TimeSpan.FromHours(8), series.Occurrences[dose].At - series.Occurrences[dose - 1].At);
        }
    }

    private static void AssertWallClock(ReminderSeries series, DateTimeZone zone, LocalDateTime start)
    {
        var end = start.PlusDays(3).ToDateTimeUnspecified();
        for (var dose = 0; dose < series.Occurrences.Length; dose++)
        {
            var (local, at) = series.Occurrences[dose];
            Assert.True(dose == 0 || at >= series.Occurrences[dose - 1].At, $"{zone.Id} {start}: not sorted");
            Assert.InRange(local, start.ToDateTimeUnspecified(), end);
            var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
            var expected = mapping.Count switch
            {
                0 => LocalDateTime.FromDateTime(local).WithOffset(mapping.EarlyInterval.WallOffset).ToInstant(),
                _ => mapping.First().ToInstant(),
            };
            Assert.Equal(expected, Instant.FromDateTimeOffset(at));
        }
    }

    private static IEnumerable<(DateTimeZone Zone, LocalDateTime Start)> Transitions() =>
        from id in DateTimeZoneProviders.Tzdb.Ids
        let zone = DateTimeZoneProviders.Tzdb[id]
        from interval in zone.GetZoneIntervals(From, To)
        let moment = interval.HasStart && interval.Start > From ? interval.Start : From
        select (zone, moment.InZone(zone).Date.PlusDays(-1).AtMidnight());
}
