using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Exchange.Tests;

/// <summary>Random Dosages in every member, sensible or not: what the JSON must carry without loss.</summary>
internal static class RandomDosages
{
    private static readonly Gen<decimal> Amount =
        from units in Gen.Choose(1, 100_000)
        from scale in Gen.Elements(1m, 2m, 4m, 10m, 100m, 1000m)
        select units / scale;

    private static readonly Gen<string> Words = Gen.Elements(
        "1 cp matin et soir", "១ គ្រាប់ ក្រោយបាយ", "take \"one\" \\ <b>&", "line\nbreak", "é à ç", "😀 + 50 %", "a");

    private static readonly Gen<Quantity> Quantity =
        from value in Amount
        from unit in Gen.Elements("tablet", "capsule", "mg", "mL", "ug", "[iU]", "drop", "puff", "g", "%", "", "mg/kg", "teaspoon", "ប៉ោង")
        select new Quantity(value, unit);

    private static readonly Gen<TimeUnit> Unit = Gen.Elements(Enum.GetValues<TimeUnit>());

    private static readonly Gen<TimeSpanAmount> Length = from value in Amount from unit in Unit select new TimeSpanAmount(value, unit);

    private static readonly Gen<DateOnly> Day = from number in Gen.Choose(700_000, 760_000) select DateOnly.FromDayNumber(number);

    private static readonly Gen<TimeOnly> Time = from second in Gen.Choose(0, 86_399) select new TimeOnly(TimeSpan.TicksPerSecond * second);

    private static readonly Gen<Repeat> Repeat =
        from length in Maybe(Length)
        from range in Maybe(from low in Amount from high in Amount from unit in Unit select new TimeSpanRange(low, high, unit))
        from period in Maybe(from start in Day from end in Day select new DatePeriod(start, end))
        from numbers in Many(MaybeValue(Gen.Choose(1, 1000)), 5)
        from measures in Many(MaybeValue(Amount), 4)
        from units in Many(MaybeValue(Unit), 2)
        from days in ListOf(Gen.Elements(Enum.GetValues<DayOfWeekCode>()))
        from times in ListOf(Time)
        from events in ListOf(Gen.Elements(Enum.GetValues<EventTiming>()))
        from cycle in Maybe(from taken in Gen.Choose(1, 90) from paused in Gen.Choose(1, 90) select new DosingCycle(taken, paused))
        select new Repeat
        {
            BoundsDuration = length,
            BoundsRange = range,
            BoundsPeriod = period,
            Count = numbers[0],
            CountMax = numbers[1],
            Duration = measures[0],
            DurationMax = measures[1],
            DurationUnit = units[0],
            Frequency = numbers[2],
            FrequencyMax = numbers[3],
            Period = measures[2],
            PeriodMax = measures[3],
            PeriodUnit = units[1],
            DayOfWeek = days,
            TimeOfDay = times,
            When = events,
            Offset = numbers[4],
            Cycle = cycle,
        };

    /// <summary>The generator.</summary>
    public static Gen<Dosage> Dosage { get; } =
        from sequence in Gen.Choose(1, 9)
        from text in Words
        from additional in ListOf(Words)
        from repeat in Maybe(Repeat)
        from events in ListOf(Day)
        from asNeeded in Gen.Elements(false, true)
        from concepts in Many(Maybe(Words), 4)
        from route in Maybe(Gen.Elements("oral", "ophthalmic", "nasogastric", "topical"))
        from dose in Maybe(from low in Quantity from high in Maybe(Quantity) select new DoseAmount(low, high))
        from rate in Maybe(from amount in Quantity from per in Length select new DoseRate(amount, per))
        from maxima in ListOf(from amount in Quantity from per in Length select new MaxDose(amount, per))
        from most in Maybe(Quantity)
        select new Dosage
        {
            Sequence = sequence,
            Text = text,
            AdditionalInstruction = additional,
            Repeat = repeat,
            Events = events,
            AsNeeded = asNeeded,
            AsNeededReason = asNeeded ? concepts[0] : null,
            Site = concepts[1],
            Method = concepts[2],
            Condition = concepts[3],
            Route = route,
            Dose = dose,
            Rate = rate,
            MaxDosePerPeriod = maxima,
            MaxDosePerAdministration = most,
        };

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), from value in some select (T?)value);

    private static Gen<T?> MaybeValue<T>(Gen<T> some)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), from value in some select (T?)value);

    private static Gen<T[]> Many<T>(Gen<T> one, int count) => Gen.ArrayOf(one, count);

    private static Gen<ImmutableArray<T>> ListOf<T>(Gen<T> one) =>
        from count in Gen.Choose(0, 3) from items in Gen.ArrayOf(one, count) select ImmutableArray.Create(items);
}
