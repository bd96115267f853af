using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>The days on which doses are given.</summary>
internal abstract record DayPattern
{
    /// <summary>Days from the anchor on, in order, none after the last.</summary>
    public abstract IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last);

    /// <summary>The rule behind the days; null where only a list can say them.</summary>
    public abstract RecurrenceRule? Rule(LocalDate anchor);

    /// <summary>Steps of a fixed length from the anchor: computed from the anchor each time, so that month ends do not drift.</summary>
    protected static IEnumerable<LocalDate> Steps(LocalDate last, Func<int, LocalDate> day)
    {
        for (var step = 0; day(step) is var date && date <= last; step++)
            yield return date;
    }
}

/// <summary>Every so many days.</summary>
internal sealed record EveryDays(int Interval) : DayPattern
{
    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last) => Steps(last, step => anchor.PlusDays(step * Interval));

    public override RecurrenceRule? Rule(LocalDate anchor) => Interval % 7 == 0
        ? new RecurrenceRule(RecurrenceUnit.Week, Interval / 7, [])
        : new RecurrenceRule(RecurrenceUnit.Day, Interval, []);
}

/// <summary>Every so many months on the same day; a shorter month gives its last day.</summary>
internal sealed record EveryMonths(int Interval) : DayPattern
{
    private const int ShortestMonth = 28;

    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last) => Steps(last, step => anchor.PlusMonths(step * Interval));

    public override RecurrenceRule? Rule(LocalDate anchor) => anchor.Day > ShortestMonth ? null
        : Interval % 12 == 0 ? new RecurrenceRule(RecurrenceUnit.Year, Interval / 12, [])
        : new RecurrenceRule(RecurrenceUnit.Month, Interval, []);
}

/// <summary>Named days of the week, every so many weeks; weeks begin on Monday.</summary>
internal sealed record Weekdays(ImmutableArray<DayOfWeekCode> Named, int EveryWeeks) : DayPattern
{
    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last)
    {
        LocalDate? firstWeek = null;
        for (var day = anchor; day <= last; day = day.PlusDays(1))
        {
            if (!Named.Contains((DayOfWeekCode)((int)day.DayOfWeek - 1)))
                continue;
            var week = day.PlusDays(1 - (int)day.DayOfWeek);
            firstWeek ??= week;
            if (Period.DaysBetween(firstWeek.Value, week) / 7 % EveryWeeks == 0)
                yield return day;
        }
    }

    public override RecurrenceRule? Rule(LocalDate anchor) => new(RecurrenceUnit.Week, EveryWeeks, Named);
}

/// <summary>So many days in every period, spread evenly: 3 in 7 are the days 0, 2 and 4.</summary>
internal sealed record SpreadDays(int Count, int Length) : DayPattern
{
    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last) =>
        Steps(last, step => anchor.PlusDays((step / Count * Length) + (step % Count * Length / Count)));

    public override RecurrenceRule? Rule(LocalDate anchor) => Length == 7
        ? new RecurrenceRule(RecurrenceUnit.Week, 1, [.. Enumerable.Range(0, Count)
            .Select(step => (DayOfWeekCode)((int)anchor.PlusDays(step * Length / Count).DayOfWeek - 1)).Order()])
        : null;
}

/// <summary>Days given by date.</summary>
internal sealed record GivenDays(ImmutableArray<LocalDate> Given) : DayPattern
{
    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last) =>
        Given.Where(day => day >= anchor && day <= last).Distinct().Order();

    public override RecurrenceRule? Rule(LocalDate anchor) => null;
}

/// <summary>Another pattern on the days "on" of a cycle that begins at the anchor.</summary>
internal sealed record CycledDays(DayPattern Inner, DosingCycle Cycle) : DayPattern
{
    public override IEnumerable<LocalDate> Days(LocalDate anchor, LocalDate last) =>
        Inner.Days(anchor, last).Where(day => Period.DaysBetween(anchor, day) % ((long)Cycle.DaysOn + Cycle.DaysOff) < Cycle.DaysOn);

    public override RecurrenceRule? Rule(LocalDate anchor) => null;
}
