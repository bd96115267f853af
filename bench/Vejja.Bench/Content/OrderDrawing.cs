using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Content;

/// <summary>Draws the orders of a sheet: a diagnosis or two, then medicines that treat them, with the doses in use.</summary>
internal static class OrderDrawing
{
    private static readonly ImmutableDictionary<char, EventTiming> Letters = new Dictionary<char, EventTiming>
    {
        ['M'] = EventTiming.MORN,
        ['N'] = EventTiming.NOON,
        ['E'] = EventTiming.EVE,
        ['B'] = EventTiming.NIGHT,
    }.ToImmutableDictionary();

    /// <summary>Draws diagnoses and orders.</summary>
    public static (ImmutableArray<string> Diagnoses, ImmutableArray<Order> Orders) Draw(SheetNeeds needs, Split split, Dice dice)
    {
        var drugs = Formulary.Of(split).Where(drug => Fits(drug, needs)).ToArray();
        var wanted = dice.Whole(needs.LeastOrders, needs.MostOrders);
        // Diagnoses are added until their medicines fill the sheet: nobody is given what nothing calls for.
        var diagnoses = new List<string>();
        var chosen = new List<Drug>();
        foreach (var diagnosis in dice.Shuffle(drugs.SelectMany(drug => drug.Diagnoses).Distinct()))
        {
            if (chosen.Count >= wanted || (diagnoses.Count >= 4 && chosen.Count >= needs.LeastOrders))
                break;
            diagnoses.Add(diagnosis);
            foreach (var drug in dice.Shuffle(drugs.Where(drug => drug.Diagnoses.Contains(diagnosis))))
            {
                if (chosen.Count < wanted && chosen.All(other => other.Group != drug.Group))
                    chosen.Add(drug);
            }
        }

        string Id(int index) => "m" + (index + 1).ToString(CultureInfo.InvariantCulture);
        return ([.. diagnoses], [.. chosen.Select((drug, index) => Make(drug, Id(index), needs, dice))]);
    }

    private static bool Fits(Drug drug, SheetNeeds needs) =>
        (!needs.KhmerUnitsOnly || drug.DoseUnit is not ("puff" or "spray" or "pessary")) && (!needs.SlotsOnly || drug.Times.Any(IsSlots)) && (!needs.CountedOnly || drug.IsCounted) && (!needs.WithStrengthOnly || drug.Strengths.Length > 0);

    private static bool IsSlots(string times) => times[0] is 'M' or 'N' or 'E' or 'B';

    private static Order Make(Drug drug, string id, SheetNeeds needs, Dice dice)
    {
        var times = dice.Pick(needs.SlotsOnly ? [.. drug.Times.Where(IsSlots)] : drug.Times);
        var amount = dice.Pick(drug.Amounts);
        if (times == "wk")
            amount = drug.Amounts[^1];
        var intake = Take(drug, times, amount, dice);
        var days = dice.Pick(drug.Days);
        var mismatched = drug.IsCounted && intake.PerDay is not null && dice.Chance(needs.MismatchShare);
        return new Order(
            id, drug, PrintedName(drug, needs, dice), drug.Strengths.Length == 0 ? null : dice.Pick(drug.Strengths), intake,
            drug.Meal switch { "pc" => dice.Chance(0.8) ? Meal.After : Meal.None, "ac" => dice.Chance(0.8) ? Meal.Before : Meal.None, _ => Meal.None },
            days, Dispensed(drug, intake, days, mismatched, dice), mismatched);
    }

    private static Intake Take(Drug drug, string times, decimal amount, Dice dice) => times switch
    {
        "prn" => new(IntakeKind.AsNeeded, [], amount, dice.Any(6, 8)),
        "wk" => new(IntakeKind.Weekly, [], amount, 168),
        ['q', .. var rest] => new(IntakeKind.Hourly, [], amount, int.Parse(rest[..^1], CultureInfo.InvariantCulture)),
        _ => new(IntakeKind.Slots, Slots(drug, times, amount, dice), amount, 0),
    };

    /// <summary>Now and then the times differ in amount, as with a half in the morning and a whole in the evening.</summary>
    private static ImmutableArray<SlotDose> Slots(Drug drug, string times, decimal amount, Dice dice)
    {
        var uneven = times.Length > 1 && drug.Form == "tablet" && dice.Chance(0.12);
        var odd = uneven ? dice.Whole(0, times.Length - 1) : -1;
        return [.. times.Select((letter, index) => new SlotDose(Letters[letter], index == odd ? (amount == 1 ? dice.Any(2m, 0.5m) : 1m) : amount))];
    }

    private static decimal Dispensed(Drug drug, Intake intake, int days, bool mismatched, Dice dice)
    {
        if (!drug.IsCounted)
            return 1;
        var exact = decimal.Ceiling((intake.PerDay ?? dice.Any(2m, 3m)) * days);
        if (!mismatched)
            return exact;
        return exact + dice.Any(1m, 2m, 3m, 5m);
    }

    private static string PrintedName(Drug drug, SheetNeeds needs, Dice dice)
    {
        var name = dice.Chance(needs.BrandShare) ? dice.Pick(drug.Brands) : dice.Chance(needs.FrenchShare) ? drug.French : drug.English;
        if (dice.Chance(0.3))
            name = Unaccented(name);
        return dice.Chance(needs.CapitalShare) ? name.ToUpperInvariant() : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>Many systems print French names without accents.</summary>
    private static string Unaccented(string name) =>
        string.Concat(name.Select(sign => "éèêëïôàç".IndexOf(sign, StringComparison.Ordinal) is var at and >= 0 ? "eeeeioac"[at] : sign));
}
