using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Exchange.Tests.Wording;

/// <summary>Random Dosages as prescriptions hold them: coded as the contract says, with everything that has standard words.</summary>
internal static class RenderableDosages
{
    private static readonly Gen<DoseAmount> Counted =
        from unit in Gen.Elements("tablet", "capsule", "sachet", "ampoule", "drop", "suppository", "puff")
        from value in Gen.Elements(0.5m, 1m, 1.5m, 2m, 3m, 10m)
        from isRange in Gen.Elements(false, false, true)
        select isRange
            ? new DoseAmount(new Quantity(1, unit), new Quantity(decimal.Floor(value) + 2, unit))
            : new DoseAmount(new Quantity(value, unit));

    private static readonly Gen<DoseAmount> Measured =
        from unit in Gen.Elements("mL", "mg", "g")
        from value in Gen.Elements(0.5m, 2.5m, 5m, 10m, 250m)
        select new DoseAmount(new Quantity(value, unit));

    private static readonly Gen<Repeat> TimesADay =
        from times in Gen.Choose(1, 6)
        from meal in Gen.Elements<EventTiming?>(null, EventTiming.AC, EventTiming.PC, EventTiming.C)
        from range in Gen.Choose(0, 2)
        select Every(times, 1, TimeUnit.Day) with
        {
            FrequencyMax = range == 0 ? null : times + range,
            When = meal is { } when ? [when] : [],
        };

    private static readonly Gen<Repeat> Interval =
        from period in Gen.Elements(4, 6, 8, 12)
        from longer in Gen.Elements<decimal?>(null, null, 2)
        select Every(1, period, TimeUnit.Hour) with { PeriodMax = period + longer };

    private static readonly Gen<Repeat> EveryDaysOrWeeks =
        from period in Gen.Choose(2, 4)
        from unit in Gen.Elements(TimeUnit.Day, TimeUnit.Week)
        select Every(1, period, unit);

    private static readonly Gen<Repeat> PerWeekOrMonth =
        from times in Gen.Choose(1, 4)
        from unit in Gen.Elements(TimeUnit.Week, TimeUnit.Month)
        select Every(times, 1, unit);

    private static readonly Gen<Repeat> Times =
        from chosen in Gen.SubListOf([EventTiming.MORN, EventTiming.NOON, EventTiming.EVE, EventTiming.HS])
        where chosen.Count > 0
        select Every(chosen.Count, 1, TimeUnit.Day) with { When = [.. chosen] };

    private static readonly Gen<Repeat> Meals =
        from column in Gen.Elements<ImmutableArray<EventTiming>>(
            [EventTiming.ACM, EventTiming.ACD, EventTiming.ACV], [EventTiming.PCM, EventTiming.PCD, EventTiming.PCV], [EventTiming.CM, EventTiming.CD, EventTiming.CV])
        from chosen in Gen.SubListOf<EventTiming>(column)
        where chosen.Count > 0
        from offset in Gen.Elements<int?>(null, 15, 30)
        select Every(chosen.Count, 1, TimeUnit.Day) with
        {
            When = [.. chosen],
            Offset = chosen.Count == 1 && column[0] != EventTiming.CM ? offset : null,
        };

    private static readonly Gen<Repeat> Clock =
        from hours in Gen.SubListOf([6, 8, 14, 20, 22])
        where hours.Count is > 0 and < 4
        select new Repeat { TimeOfDay = [.. hours.Select(hour => new TimeOnly(hour, 30 * (hour % 4 / 2)))] };

    private static readonly Gen<Repeat> Weekdays =
        from days in Gen.SubListOf(Enum.GetValues<DayOfWeekCode>())
        where days.Count is > 0 and < 4
        select new Repeat { DayOfWeek = [.. days] };

    private static readonly Gen<Repeat> Cycled =
        from weeks in Gen.Choose(1, 3)
        select Every(1, 1, TimeUnit.Day) with { Cycle = new DosingCycle(21, 7 * weeks) };

    private static readonly Gen<TimeSpanAmount?> Length =
        from isBounded in Gen.Elements(false, true)
        from value in Gen.Choose(1, 12)
        from unit in Gen.Elements(TimeUnit.Day, TimeUnit.Week, TimeUnit.Month)
        select isBounded ? new TimeSpanAmount(value, unit) : null;

    private static readonly Gen<MaxDose?> Maximum =
        from amount in Gen.Elements(0, 0, 4, 8)
        from per in Gen.Elements(new TimeSpanAmount(1, TimeUnit.Day), new TimeSpanAmount(24, TimeUnit.Hour))
        select amount == 0 ? null : new MaxDose(new Quantity(amount, "tablet"), per);

    /// <summary>The generator.</summary>
    /// <param name="reasons">Reasons of as-needed medicines in the language.</param>
    public static Gen<Dosage> Of(params string[] reasons) =>
        from dose in Gen.OneOf(Counted, Measured)
        from route in Gen.Elements(null, null, "oral", "sublingual")
        from site in Gen.Elements(null, "right eye", "left eye", "both eyes", "left ear")
        from repeat in Gen.OneOf(TimesADay, Interval, EveryDaysOrWeeks, PerWeekOrMonth, Times, Meals, Clock, Weekdays, Cycled)
        from length in Length
        from reason in Gen.Elements([null, null, null, "", .. reasons])
        from most in Maximum
        select new Dosage
        {
            Text = "",
            Dose = dose,
            Route = dose.Low.Unit == "drop" ? null : route,
            Site = dose.Low.Unit == "drop" ? site : null,
            Repeat = repeat with { BoundsDuration = length },
            AsNeeded = reason is not null,
            AsNeededReason = reason is { Length: > 0 } ? reason : null,
            MaxDosePerPeriod = most is not null && dose.Low.Unit == "tablet" ? [most] : [],
        };

    private static Repeat Every(int frequency, decimal period, TimeUnit unit) => new() { Frequency = frequency, Period = period, PeriodUnit = unit };
}
