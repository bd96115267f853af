using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>
/// Maps events of the day to clock times. Hours that the sheet prints above a column are a window; the reminder comes when it opens.
/// </summary>
internal sealed class DayClock
{
    private readonly LocalTime afternoon;

    public DayClock(DayHours person, ImmutableArray<SlotHours> sheet)
    {
        var printed = new DayHours(
            Printed(EventTiming.MORN) ?? person.Breakfast, Printed(EventTiming.NOON) ?? person.Lunch,
            Printed(EventTiming.EVE) ?? person.Dinner, Printed(EventTiming.NIGHT) ?? person.Bedtime);
        IgnoresSheet = !printed.IsRising;
        Hours = IgnoresSheet ? person : printed;
        var between = Printed(EventTiming.AFT) is { } hour && !IgnoresSheet && hour > Hours.Lunch && hour < Hours.Dinner ? hour : (TimeOnly?)null;
        afternoon = between is { } own ? Local(own) : Midway(Local(Hours.Lunch), Local(Hours.Dinner));

        TimeOnly? Printed(EventTiming slot) => sheet.FirstOrDefault(hours => hours.When == slot)?.From;
    }

    /// <summary>Whether the sheet's hours were left aside: out of order, they are misread.</summary>
    public bool IgnoresSheet { get; }

    /// <summary>The hours in force.</summary>
    public DayHours Hours { get; }

    private LocalTime Breakfast => Local(Hours.Breakfast);

    private LocalTime Lunch => Local(Hours.Lunch);

    private LocalTime Dinner => Local(Hours.Dinner);

    private LocalTime Bedtime => Local(Hours.Bedtime);

    /// <summary>The clock times of an event; C, AC and PC stand for all three meals.</summary>
    /// <param name="when">The event.</param>
    /// <param name="offsetMinutes">Minutes before it for AC…, HS, after it for all others.</param>
    /// <returns>Null for a time on another day: events belong to the day on which they are named.</returns>
    public IEnumerable<LocalTime?> Times(EventTiming when, int offsetMinutes)
    {
        var minutes = IsBefore(when) ? -(long)offsetMinutes : offsetMinutes;
        return Moments(when).Select(time => (time.Hour * 60) + time.Minute + minutes is >= 0 and < 24 * 60
            ? time.PlusMinutes(minutes)
            : (LocalTime?)null);
    }

    /// <summary>The usual times of so many doses a day: 1 to 4 on the person's hours, more spread evenly from breakfast to bedtime.</summary>
    public ImmutableArray<LocalTime> Usual(int timesADay) => timesADay switch
    {
        1 => [Breakfast],
        2 => [Breakfast, Dinner],
        3 => [Breakfast, Lunch, Dinner],
        4 => [Breakfast, Lunch, Dinner, Bedtime],
        _ => [.. Enumerable.Range(0, timesADay).Select(dose => Breakfast.PlusMinutes(
            5 * (int)Math.Round(Period.Between(Breakfast, Bedtime, PeriodUnits.Minutes).Minutes * (double)dose / (timesADay - 1) / 5)))],
    };

    private static bool IsBefore(EventTiming when) =>
        when is EventTiming.AC or EventTiming.ACM or EventTiming.ACD or EventTiming.ACV or EventTiming.HS;

    private static LocalTime Local(TimeOnly time) => LocalTime.FromTimeOnly(time);

    private static LocalTime Midway(LocalTime from, LocalTime to) =>
        from.PlusMinutes(Period.Between(from, to, PeriodUnits.Minutes).Minutes / 2);

    private LocalTime[] Moments(EventTiming when) => when switch
    {
        EventTiming.MORN or EventTiming.WAKE or EventTiming.CM or EventTiming.ACM or EventTiming.PCM => [Breakfast],
        EventTiming.NOON or EventTiming.CD or EventTiming.ACD or EventTiming.PCD => [Lunch],
        EventTiming.AFT => [afternoon],
        EventTiming.EVE or EventTiming.CV or EventTiming.ACV or EventTiming.PCV => [Dinner],
        EventTiming.NIGHT or EventTiming.HS or EventTiming.PHS => [Bedtime],
        _ => [Breakfast, Lunch, Dinner],
    };
}
