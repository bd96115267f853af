namespace Vejja.Domain.Reminders;

/// <summary>A person's own hours, local time, each on the same day. The hours that a sheet prints win over them.</summary>
/// <param name="Breakfast">Morning and breakfast.</param>
/// <param name="Lunch">Noon and lunch.</param>
/// <param name="Dinner">Evening and dinner.</param>
/// <param name="Bedtime">Night and bedtime.</param>
public sealed record DayHours(TimeOnly Breakfast, TimeOnly Lunch, TimeOnly Dinner, TimeOnly Bedtime)
{
    /// <summary>07:00, 12:00, 18:00 and 21:00.</summary>
    public static DayHours Default { get; } = new(new TimeOnly(7, 0), new TimeOnly(12, 0), new TimeOnly(18, 0), new TimeOnly(21, 0));

    /// <summary>Whether each comes after the one before, as in a day.</summary>
    public bool IsRising => Breakfast < Lunch && Lunch < Dinner && Dinner < Bedtime;
}
