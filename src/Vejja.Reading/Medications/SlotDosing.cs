using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Medications;

/// <summary>A dose at a time of day.</summary>
/// <param name="Slot">MORN, NOON, AFT, EVE, NIGHT or HS.</param>
/// <param name="Amount">How much at one time, above 0.</param>
/// <param name="Unit">Canonical unit; empty where nothing names it.</param>
/// <param name="Meal">PC, AC, C; null for none.</param>
/// <param name="Text">The words on the page: header and cell.</param>
internal sealed record SlotDose(EventTiming Slot, decimal Amount, string Unit, EventTiming? Meal, string Text);

/// <summary>Doses of a day as FHIR Dosages by the contract's rules: equal doses are one Dosage with several events, unequal ones one each, all of one sequence.</summary>
internal static class SlotDosing
{
    /// <summary>Dosages in the order of the day.</summary>
    /// <param name="doses">The doses of one medicine.</param>
    /// <param name="course">The printed length of the course; null where it is not printed.</param>
    /// <param name="route">Canonical route; null where it is not printed.</param>
    public static ImmutableArray<Dosage> Code(IEnumerable<SlotDose> doses, TimeSpanAmount? course, string? route) =>
        [.. doses.GroupBy(dose => (dose.Amount, dose.Unit, Beside: MealBeside(dose)))
            .Select(group => Code([.. group], group.Key.Beside, course, route))];

    private static Dosage Code(ImmutableArray<SlotDose> doses, EventTiming? mealBeside, TimeSpanAmount? course, string? route) => new()
    {
        Sequence = 1,
        Text = string.Join("; ", doses.Select(dose => dose.Text)),
        AdditionalInstruction = mealBeside is { } meal ? [Words(meal)] : [],
        Repeat = new()
        {
            BoundsDuration = course,
            Frequency = doses.Length,
            Period = 1,
            PeriodUnit = TimeUnit.Day,
            When = [.. doses.Select(dose => Event(dose.Slot, dose.Meal))],
        },
        Dose = new(new Quantity(doses[0].Amount, doses[0].Unit)),
        Route = route,
    };

    /// <summary>The meal's own code where the time of day has one, else the time of day.</summary>
    private static EventTiming Event(EventTiming slot, EventTiming? meal) => meal switch
    {
        null => slot,
        EventTiming.HS => slot is EventTiming.EVE or EventTiming.NIGHT ? EventTiming.HS : slot,
        { } food => MealTiming.At(slot, food),
    };

    private static EventTiming? MealBeside(SlotDose dose) =>
        dose.Slot is EventTiming.AFT or EventTiming.NIGHT or EventTiming.HS && dose.Meal is EventTiming.PC or EventTiming.AC or EventTiming.C ? dose.Meal : null;

    private static string Words(EventTiming meal) => meal switch
    {
        EventTiming.PC => "after meals",
        EventTiming.AC => "before meals",
        _ => "with meals",
    };
}
