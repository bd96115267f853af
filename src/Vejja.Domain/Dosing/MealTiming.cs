namespace Vejja.Domain.Dosing;

/// <summary>The contract's table of times of day and meals.</summary>
public static class MealTiming
{
    /// <summary>The meal's own code where the time of day has one (morning after food is after breakfast), else the time of day: AFT and NIGHT have none.</summary>
    /// <param name="time">A time of day.</param>
    /// <param name="meal">C, AC or PC.</param>
    public static EventTiming At(EventTiming time, EventTiming meal) => (time, meal) switch
    {
        (EventTiming.MORN, EventTiming.AC) => EventTiming.ACM,
        (EventTiming.NOON, EventTiming.AC) => EventTiming.ACD,
        (EventTiming.EVE, EventTiming.AC) => EventTiming.ACV,
        (EventTiming.MORN, EventTiming.PC) => EventTiming.PCM,
        (EventTiming.NOON, EventTiming.PC) => EventTiming.PCD,
        (EventTiming.EVE, EventTiming.PC) => EventTiming.PCV,
        (EventTiming.MORN, EventTiming.C) => EventTiming.CM,
        (EventTiming.NOON, EventTiming.C) => EventTiming.CD,
        (EventTiming.EVE, EventTiming.C) => EventTiming.CV,
        _ => time,
    };
}
