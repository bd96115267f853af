using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Wording;

/// <summary>Codes what a sheet says as FHIR Dosage, by the rules of the contract.</summary>
internal static class DosageCoding
{
    private static readonly Dictionary<(EventTiming, Meal), EventTiming> WithMeal = new()
    {
        [(EventTiming.MORN, Meal.After)] = EventTiming.PCM,
        [(EventTiming.NOON, Meal.After)] = EventTiming.PCD,
        [(EventTiming.EVE, Meal.After)] = EventTiming.PCV,
        [(EventTiming.MORN, Meal.Before)] = EventTiming.ACM,
        [(EventTiming.NOON, Meal.Before)] = EventTiming.ACD,
        [(EventTiming.EVE, Meal.Before)] = EventTiming.ACV,
    };

    /// <summary>Amounts at times of day: equal ones make one Dosage, unequal ones one each, at the same sequence.</summary>
    public static ImmutableArray<Dosage> Slots(string text, IEnumerable<(EventTiming When, decimal Amount, Meal Meal)> slots, string unit, TimeSpanAmount? bounds) =>
        [.. slots.GroupBy(slot => slot.Amount).Select(group =>
        {
            var when = group.Select(slot => WithMeal.GetValueOrDefault((slot.When, slot.Meal), slot.When)).ToImmutableArray();
            var words = group.Where(slot => slot.Meal != Meal.None && !WithMeal.ContainsKey((slot.When, slot.Meal)))
                .Select(slot => slot.Meal == Meal.After ? "after meals" : "before meals").Distinct().ToImmutableArray();
            return Make(text, new Repeat { Frequency = when.Length, Period = 1, PeriodUnit = TimeUnit.Day, When = when, BoundsDuration = bounds }, group.Key, unit)
                with { AdditionalInstruction = words };
        })];

    /// <summary>So many times a day.</summary>
    public static ImmutableArray<Dosage> TimesADay(string text, int times, Meal meal, decimal amount, string unit, TimeSpanAmount? bounds) =>
        [Make(text, new Repeat { Frequency = times, Period = 1, PeriodUnit = TimeUnit.Day, When = OfMeal(meal), BoundsDuration = bounds }, amount, unit)];

    /// <summary>Every so many hours, perhaps only as needed.</summary>
    public static ImmutableArray<Dosage> Every(string text, int hours, bool asNeeded, string? reason, decimal amount, string unit, TimeSpanAmount? bounds) =>
        [Make(text, new Repeat { Frequency = 1, Period = hours, PeriodUnit = TimeUnit.Hour, BoundsDuration = bounds }, amount, unit) with { AsNeeded = asNeeded, AsNeededReason = reason }];

    /// <summary>Once a week.</summary>
    public static ImmutableArray<Dosage> Weekly(string text, decimal amount, string unit, TimeSpanAmount? bounds) =>
        [Make(text, new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Week, BoundsDuration = bounds }, amount, unit)];

    private static ImmutableArray<EventTiming> OfMeal(Meal meal) =>
        meal switch { Meal.After => [EventTiming.PC], Meal.Before => [EventTiming.AC], _ => [] };

    private static Dosage Make(string text, Repeat repeat, decimal amount, string unit) =>
        new() { Text = text, Repeat = repeat, Dose = amount == 0 ? null : new DoseAmount(new Quantity(amount, unit)) };
}
