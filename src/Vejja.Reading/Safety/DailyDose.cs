using Vejja.Domain.Dosing;

namespace Vejja.Reading.Safety;

/// <summary>How much is taken in a day, as far as the instructions say it in one number.</summary>
/// <param name="Value">The amount; the upper bound where a range is given.</param>
/// <param name="Unit">Its unit; empty where the page gives none.</param>
internal sealed record DailyDose(decimal Value, string Unit)
{
    private const decimal HoursOfDay = 24;

    /// <summary>The dose of a day of Dosages that are taken together; null where one of them does not say it, or in another unit.</summary>
    public static DailyDose? Of(IReadOnlyCollection<Dosage> concurrent)
    {
        DailyDose? sum = null;
        foreach (var dosage in concurrent)
        {
            if (Of(dosage) is not { } one || (sum is not null && sum.Unit != one.Unit))
                return null;
            sum = new DailyDose((sum?.Value ?? 0) + one.Value, one.Unit);
        }

        return sum;
    }

    /// <summary>How often in a day, at most; null where the instructions don't say, or not in days and hours.</summary>
    public static decimal? TimesADay(Repeat repeat)
    {
        if (!repeat.TimeOfDay.IsEmpty)
            return repeat.DayOfWeek.IsEmpty ? repeat.TimeOfDay.Length : repeat.TimeOfDay.Length * repeat.DayOfWeek.Length / 7m;
        decimal times = repeat.FrequencyMax ?? repeat.Frequency ?? (repeat.When.IsEmpty ? 0 : repeat.When.Length);
        if (times <= 0)
            return repeat.DayOfWeek.IsEmpty ? null : repeat.DayOfWeek.Length / 7m;
        if (!repeat.DayOfWeek.IsEmpty)
            return times * repeat.DayOfWeek.Length / 7m;
        var period = repeat.Period ?? 1;
        decimal? days = repeat.PeriodUnit switch
        {
            null or TimeUnit.Day => period,
            TimeUnit.Hour => period / HoursOfDay,
            TimeUnit.Week => period * 7,
            TimeUnit.Month => period * 30,
            _ => null,
        };
        return days is > 0 ? times / days : null;
    }

    private static DailyDose? Of(Dosage dosage)
    {
        if (dosage.Dose is not { } dose || dosage.Repeat is not { Cycle: null } repeat || TimesADay(repeat) is not { } times)
            return null;
        var amount = dose.High ?? dose.Low;
        return new DailyDose(amount.Value * times, amount.Unit);
    }
}
