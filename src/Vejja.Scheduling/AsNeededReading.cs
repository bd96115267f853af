using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;

namespace Vejja.Scheduling;

/// <summary>Limits of instructions that give no alarm: as needed, and "up to so many times".</summary>
internal static class AsNeededReading
{
    /// <summary>Whether the instruction sets a limit and not a time.</summary>
    public static bool IsAsNeeded(Dosage dosage) => dosage.AsNeeded || dosage.Repeat is { Frequency: 1, FrequencyMax: > 1 };

    /// <summary>What the page says of intervals and maxima; nothing is concluded that it does not say.</summary>
    public static AsNeededLimits Read(Dosage dosage, string? instruction)
    {
        var interval = Interval(dosage.Repeat);
        return new AsNeededLimits(instruction, interval, MaximumPerDay(dosage, interval), dosage.MaxDosePerPeriod) { Dose = dosage.Dose };
    }

    private static TimeSpan? Interval(Repeat? repeat)
    {
        if (repeat is not { Period: { } period, PeriodUnit: { } unit } || unit > TimeUnit.Hour)
            return null;
        var seconds = period * (unit == TimeUnit.Hour ? 3600 : unit == TimeUnit.Minute ? 60 : 1) / (repeat.FrequencyMax ?? repeat.Frequency ?? 1);
        return seconds is >= 1 and < 100_000_000 ? TimeSpan.FromSeconds((double)seconds) : null;
    }

    /// <summary>The least of: the times a day that are said, the stated daily maximum in doses, and what the interval leaves room for.</summary>
    private static int? MaximumPerDay(Dosage dosage, TimeSpan? interval)
    {
        List<decimal> limits = [];
        if (dosage.Repeat is { PeriodUnit: TimeUnit.Day, Period: 1 } daily && (daily.FrequencyMax ?? daily.Frequency) is { } times)
            limits.Add(times);
        if (interval is { } between && between <= TimeSpan.FromDays(1))
            limits.Add(decimal.Floor((decimal)(TimeSpan.FromDays(1) / between)));
        foreach (var most in dosage.MaxDosePerPeriod.Where(most => IsOneDay(most.Per)))
        {
            if (most.Amount.Unit.Length == 0)
                limits.Add(most.Amount.Value);
            else if (dosage.Dose?.Low is { Value: > 0 } dose && dose.Unit == most.Amount.Unit)
                limits.Add(decimal.Floor(most.Amount.Value / dose.Value));
        }

        return limits.Count > 0 && limits.Min() is >= 1 and < 10_000 and var least ? (int)least : null;
    }

    private static bool IsOneDay(TimeSpanAmount per) => per is { Value: 1, Unit: TimeUnit.Day } or { Value: 24, Unit: TimeUnit.Hour };
}
