using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>
/// Reads a FHIR <see cref="Repeat"/> as a timetable, or says why it gives none. Members that do not fit together are never guessed at.
/// </summary>
internal sealed class TimetableReading(DayClock clock)
{
    /// <summary>A century of days: longer periods are a misreading, and would overflow calendars.</summary>
    private const decimal LongestPeriod = 36_500;

    private const int MostTimesADay = 24;

    private static readonly Duration ShortestInterval = Duration.FromMinutes(15);

    private readonly List<ReminderNote> notes = [];

    /// <summary>The dosing days, and how many doses each has.</summary>
    /// <param name="Pattern">The days.</param>
    /// <param name="TimesADay">0 where no number is said.</param>
    /// <param name="IsOnce">Whether "once" is said of a longer period ("every 2 days"), so that several moments named belong to one day of it.</param>
    private sealed record DosingDays(DayPattern Pattern, int TimesADay, bool IsOnce = false);

    /// <summary>The timetable; null with the reason where there is none.</summary>
    public Timetable? Read(Dosage dosage, out WithheldReason reason)
    {
        reason = WithheldReason.TimingUnclear;
        if (dosage.Repeat is not { } repeat)
            return GivenDates(dosage, [], ref reason);
        if (!dosage.Events.IsEmpty)
            return Slots(repeat, 1, isOnce: true) is { } at ? GivenDates(dosage, at, ref reason) : null;
        if (IsSilent(repeat))
        {
            reason = WithheldReason.NoTiming;
            // "2 tablets on day 1": one dose, on one day.
            return repeat.Count == 1 || repeat.BoundsDuration is { Value: 1, Unit: TimeUnit.Day } ? WallClock(clock.Usual(1), new EveryDays(1)) : null;
        }

        if (repeat.FrequencyMax > repeat.Frequency)
            notes.Add(ReminderNote.FrequencyIsRange);
        if (repeat.PeriodMax > repeat.Period)
            notes.Add(ReminderNote.IntervalIsRange);
        var period = repeat.PeriodMax ?? repeat.Period ?? 1;
        if (period > LongestPeriod || (repeat.Frequency is not null && repeat.PeriodUnit is null))
            return null;
        var isElapsed = repeat.PeriodUnit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour
            || (repeat.PeriodUnit == TimeUnit.Day && period != decimal.Truncate(period));
        if (isElapsed)
            return Elapsed(repeat, period, ref reason);
        return period == decimal.Truncate(period) ? Calendar(repeat, (int)period, ref reason) : null;
    }

    private static bool IsSilent(Repeat repeat) =>
        repeat.Frequency is null && repeat.Period is null && repeat.When.IsEmpty && repeat.TimeOfDay.IsEmpty && repeat.DayOfWeek.IsEmpty;

    private static bool IsAnyMeal(EventTiming when) => when is EventTiming.C or EventTiming.AC or EventTiming.PC;

    private WallClockTimetable? GivenDates(Dosage dosage, ImmutableArray<LocalTime> slots, ref WithheldReason reason)
    {
        if (dosage.Events.IsEmpty)
        {
            reason = WithheldReason.NoTiming;
            return null;
        }

        return WallClock(slots.IsEmpty ? clock.Usual(1) : slots, new GivenDays([.. dosage.Events.Select(LocalDate.FromDateOnly)]));
    }

    private ElapsedTimetable? Elapsed(Repeat repeat, decimal period, ref WithheldReason reason)
    {
        if (!repeat.DayOfWeek.IsEmpty || !repeat.TimeOfDay.IsEmpty || repeat.Cycle is not null || !repeat.When.All(IsAnyMeal))
            return null;
        var interval = Duration.FromSeconds((double)(period * Seconds(repeat.PeriodUnit!.Value) / (repeat.Frequency ?? 1)));
        if (interval >= ShortestInterval)
            return new ElapsedTimetable(interval, [.. notes]);
        reason = WithheldReason.TooFrequent;
        return null;
    }

    private WallClockTimetable? Calendar(Repeat repeat, int period, ref WithheldReason reason)
    {
        var days = repeat.PeriodUnit switch
        {
            null or TimeUnit.Day => InDays(repeat, period),
            TimeUnit.Week => InWeeks(repeat, period),
            TimeUnit.Month when repeat.DayOfWeek.IsEmpty && IsOnce(repeat) => new DosingDays(new EveryMonths(period), 1, IsOnce: true),
            TimeUnit.Year when repeat.DayOfWeek.IsEmpty && IsOnce(repeat) && period <= 100 => new DosingDays(new EveryMonths(12 * period), 1, IsOnce: true),
            _ => null,
        };
        if (days is null)
            return null;
        if (days.TimesADay > MostTimesADay)
        {
            reason = WithheldReason.TooFrequent;
            return null;
        }

        var pattern = repeat.Cycle is { } cycle ? new CycledDays(days.Pattern, cycle) : days.Pattern;
        return Slots(repeat, days.TimesADay, days.IsOnce) is { } slots ? WallClock(slots, pattern) : null;
    }

    private static bool IsOnce(Repeat repeat) => repeat.Frequency is null or 1;

    private DosingDays? InDays(Repeat repeat, int period)
    {
        if (!repeat.DayOfWeek.IsEmpty)
            return period == 1 ? new DosingDays(new Weekdays(repeat.DayOfWeek, 1), repeat.Frequency ?? 0) : null;
        return period == 1 ? new DosingDays(new EveryDays(1), repeat.Frequency ?? 0) : Spread(repeat, period);
    }

    private DosingDays? InWeeks(Repeat repeat, int period)
    {
        if (repeat.DayOfWeek.IsEmpty)
            return Spread(repeat, 7 * period);
        if (IsOnce(repeat))
            return new DosingDays(new Weekdays(repeat.DayOfWeek, period), 1, IsOnce: true);
        var (frequency, days) = (repeat.Frequency!.Value, repeat.DayOfWeek.Length);
        return frequency % days == 0 ? new DosingDays(new Weekdays(repeat.DayOfWeek, period), frequency / days) : null;
    }

    private DosingDays? Spread(Repeat repeat, int days)
    {
        if (IsOnce(repeat))
            return new DosingDays(new EveryDays(days), 1, IsOnce: true);
        var frequency = repeat.Frequency!.Value;
        if (frequency % days == 0)
            return new DosingDays(new EveryDays(1), frequency / days);
        if (frequency > days)
            return null;
        notes.Add(ReminderNote.DaysAreSpread);
        return new DosingDays(new SpreadDays(frequency, days), 1);
    }

    /// <summary>The times of a dosing day; null where the moments named do not fit the number said (0: none said).</summary>
    private ImmutableArray<LocalTime>? Slots(Repeat repeat, int timesADay, bool isOnce)
    {
        if (!repeat.TimeOfDay.IsEmpty)
        {
            ImmutableArray<LocalTime> times = [.. repeat.TimeOfDay.Select(LocalTime.FromTimeOnly).Distinct().Order()];
            return repeat.When.IsEmpty && Fits(times.Length) ? times : null;
        }

        if (repeat.When.IsEmpty)
        {
            notes.Add(ReminderNote.TimesAreUsual);
            return clock.Usual(Math.Max(1, timesADay));
        }

        var offset = repeat.Offset ?? 0;
        if (repeat.When is [var meal] && IsAnyMeal(meal) && timesADay is > 0 and not 3)
            return MealsBesideUsual(meal, timesADay, offset);
        if (timesADay == 0 && repeat.When.Any(IsAnyMeal))
            notes.Add(ReminderNote.EveryMeal);
        if (Named(repeat.When, offset) is not { } named)
            return null;

        // Two moments on one clock time would ring as one: a dose would be lost.
        return named.Distinct().Count() == named.Length && (Fits(repeat.When.Length) || Fits(named.Length)) ? named : null;

        bool Fits(int moments) => timesADay == 0 || timesADay == moments || isOnce;
    }

    /// <summary>Once, twice or four times a day with "meals": the meals nearest to the usual times, and bedtime for the fourth.</summary>
    private ImmutableArray<LocalTime>? MealsBesideUsual(EventTiming meal, int timesADay, int offset)
    {
        notes.Add(ReminderNote.TimesAreUsual);
        if (Named([meal], offset) is not { } meals)
            return null;
        return timesADay switch
        {
            1 => [meals[0]],
            2 => [meals[0], meals[2]],
            4 => [.. meals, clock.Usual(4)[3]],
            _ => null,
        };
    }

    /// <summary>The clock times of the events in order; null where an offset leads to another day.</summary>
    private ImmutableArray<LocalTime>? Named(ImmutableArray<EventTiming> events, int offset)
    {
        var times = events.SelectMany(when => clock.Times(when, offset)).ToImmutableArray();
        return times.Contains(null) ? null : [.. times.Select(time => time!.Value).Order()];
    }

    private WallClockTimetable WallClock(ImmutableArray<LocalTime> slots, DayPattern pattern) => new(slots, pattern, [.. notes.Distinct()]);

    private static int Seconds(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => 1,
        TimeUnit.Minute => 60,
        TimeUnit.Hour => 3600,
        _ => 86_400,
    };
}
