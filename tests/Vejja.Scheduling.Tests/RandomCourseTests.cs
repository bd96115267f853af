using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;
using static Vejja.Scheduling.Tests.Prescribed;

namespace Vejja.Scheduling.Tests;

/// <summary>Random courses in random zones: sorted, inside their bounds, and as many doses as the rule says, counted another way.</summary>
public sealed class RandomCourseTests
{
    private static readonly ImmutableArray<string> Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private static readonly Gen<(string Zone, LocalDateTime Start)> Place =
        from zone in Gen.Choose(0, Zones.Length - 1)
        from day in Gen.Choose(0, 12_000)
        from minute in Gen.Choose(0, 1439)
        select (Zones[zone], new LocalDateTime(2000, 1, 1, 0, 0).PlusDays(day).PlusMinutes(minute));

    [Fact]
    public void Plan_TimesADay_DaysTimesTimes() => Check(
        from place in Place
        from times in Gen.Choose(1, 8)
        from days in Gen.Choose(1, 40)
        select (place, Daily(times).For(days, TimeUnit.Day), times * days));

    [Fact]
    public void Plan_EverySoManyDays_RoundedUp() => Check(
        from place in Place
        from period in Gen.Choose(2, 9)
        from days in Gen.Choose(1, 80)
        let atSeven = place with { Start = place.Start.Date.At(new LocalTime(7, 0)) }
        select (atSeven, Every(period, TimeUnit.Day).For(days, TimeUnit.Day), ((days - 1) / period) + 1));

    [Fact]
    public void Plan_ElapsedHours_RoundedUp() => Check(
        from place in Place
        from hours in Gen.Choose(1, 100)
        from total in Gen.Choose(1, 2000)
        select (place, Every(hours, TimeUnit.Hour).For(total, TimeUnit.Hour), ((total - 1) / hours) + 1));

    [Fact]
    public void Plan_Weekdays_EachOncePerWeek() => Check(
        from place in Place
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeekCode>())
        where days.Count > 0
        from weeks in Gen.Choose(1, 12)
        select (place, new Repeat { DayOfWeek = [.. days] }.For(weeks, TimeUnit.Week), days.Count * weeks));

    [Fact]
    public void Plan_TimesAWeek_SpreadOverWholeWeeks() => Check(
        from place in Place
        from times in Gen.Choose(2, 6)
        from weeks in Gen.Choose(1, 12)
        let atSeven = place with { Start = place.Start.Date.At(new LocalTime(7, 0)) }
        select (atSeven, (Every(1, TimeUnit.Week) with { Frequency = times }).For(weeks, TimeUnit.Week), times * weeks));

    [Fact]
    public void Plan_Cycle_DaysOnOnly() => Check(
        from place in Place
        from taken in Gen.Choose(1, 28)
        from paused in Gen.Choose(1, 28)
        from cycles in Gen.Choose(1, 6)
        let atSeven = place with { Start = place.Start.Date.At(new LocalTime(7, 0)) }
        select (atSeven, (Daily(1) with { Cycle = new DosingCycle(taken, paused) }).For(cycles * (taken + paused), TimeUnit.Day), cycles * taken));

    [Fact]
    public void Plan_Count_AsManyAsCounted() => Check(
        from place in Place
        from times in Gen.Choose(1, 6)
        from count in Gen.Choose(1, 300)
        select (place, Daily(times) with { Count = count }, count));

    private static void Check(Gen<((string Zone, LocalDateTime Start) Place, Repeat Repeat, int Doses)> cases)
    {
        foreach (var ((zone, start), repeat, doses) in cases.Sample(300, new Rnd(20261121, 1), 50))
        {
            var reminders = Schedule(repeat, start, zone);
            var said = $"{zone} {start} {repeat}";
            var all = reminders.Series.SelectMany(series => series.Occurrences).ToArray();
            Assert.True(doses == all.Length, $"{all.Length} doses in place of {doses}: {said}");
            Assert.All(all, dose => Assert.True(LocalDateTime.FromDateTime(dose.Local) >= Floor(reminders, start), said));
            Assert.All(all, dose => Assert.Equal(DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(Instant.FromDateTimeOffset(dose.At)).ToTimeSpan(), dose.At.Offset));
            foreach (var series in reminders.Series)
                Assert.True(series.Occurrences.Zip(series.Occurrences.Skip(1)).All(pair => pair.First.At <= pair.Second.At), $"not sorted: {said}");
            Assert.Equal(DateOnly.FromDateTime(all.Max(dose => dose.At).DateTime), reminders.EndDate);
        }
    }

    /// <summary>The start; for elapsed hours the moment that a start in a gap is moved to is later, for an ambiguous one it is the first.</summary>
    private static LocalDateTime Floor(MedicationReminders reminders, LocalDateTime start) =>
        reminders.Series[0].Elapsed ? start.PlusHours(-1) : start;
}
