using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Wording;

/// <summary>Khmer instructions: <c>លេប 1 គ្រាប់ ព្រឹក និង ល្ងាច ក្រោយបាយ រយៈពេល 5 ថ្ងៃ</c>.</summary>
internal static class KhmerSig
{
    private static readonly Dictionary<EventTiming, string> Times = new()
    {
        [EventTiming.MORN] = "ព្រឹក",
        [EventTiming.NOON] = "ថ្ងៃត្រង់",
        [EventTiming.EVE] = "ល្ងាច",
        [EventTiming.NIGHT] = "យប់",
    };

    /// <summary>Writes an order.</summary>
    public static PrintedSig Write(Order order, Numerals numerals, bool withDays, Dice dice)
    {
        var course = withDays && order.Intake.Kind != IntakeKind.AsNeeded
            ? new Course(" " + dice.Any("រយៈពេល ", "រយៈពេល") + numerals.Of(order.Days) + dice.Any(" ថ្ងៃ", "ថ្ងៃ"), new(order.Days, TimeUnit.Day)) : default;
        var unit = order.Drug.DoseUnit;
        var amount = unit.Length == 0 ? 0 : order.Intake.Amount;
        var verb = Verb(order.Drug.Route);
        var head = unit.Length == 0 ? verb : verb + " " + Amount(order.Intake.Amount, unit, numerals, dice);
        var meal = MealWords(order.Meal, dice);
        var hours = order.Intake.EveryHours;
        return order.Intake.Kind switch
        {
            IntakeKind.AsNeeded => Needed(order, head, amount, unit, numerals, dice),
            IntakeKind.Hourly => Sig(head + $" រៀងរាល់ {numerals.Of(hours)} ម៉ោងម្តង" + course.Text, text => DosageCoding.Every(text, hours, false, null, amount, unit, course.Days), course.Days),
            IntakeKind.Weekly => Sig(head + " " + numerals.Of(1) + " ដងក្នុងមួយសប្តាហ៍" + course.Text, text => DosageCoding.Weekly(text, amount, unit, course.Days), course.Days),
            _ when order.Intake.IsEven && order.Intake.Slots.Length > 1 && dice.Chance(0.45) => TimesADay(order, head, amount, unit, meal, course, numerals, dice),
            _ => AtTimes(order, head, verb, unit, meal, course, numerals, dice),
        };
    }

    /// <summary>The words for a relation to a meal, with the space before them.</summary>
    public static string MealWords(Meal meal, Dice dice) => meal switch
    {
        Meal.After => " " + dice.Any("ក្រោយបាយ", "ក្រោយបាយ", "ក្រោយអាហារ", "បន្ទាប់ពីអាហារ"),
        Meal.Before => " " + dice.Any("មុនបាយ", "មុនបាយ", "មុនអាហារ"),
        _ => "",
    };

    private static PrintedSig TimesADay(Order order, string head, decimal amount, string unit, string meal, Course course, Numerals numerals, Dice dice)
    {
        var times = order.Intake.Slots.Length;
        var often = dice.Any($" {numerals.Of(times)} ដងក្នុងមួយថ្ងៃ", $" {numerals.Of(times)}ដង/{numerals.Shape("1")}ថ្ងៃ", $" ក្នុងមួយថ្ងៃ {numerals.Of(times)}ដង");
        return Sig(head + often + meal + course.Text, text => DosageCoding.TimesADay(text, times, order.Meal, amount, unit, course.Days), course.Days);
    }

    private static PrintedSig AtTimes(Order order, string head, string verb, string unit, string meal, Course course, Numerals numerals, Dice dice)
    {
        var slots = order.Intake.Slots;
        var words = order.Intake.IsEven || unit.Length == 0
            ? head + " " + (slots.Length == 1 ? Times[slots[0].When] : string.Join(" ", slots[..^1].Select(slot => Times[slot.When])) + dice.Any(" និង ", " និង", " ") + Times[slots[^1].When])
            : verb + " " + string.Join(" ", slots.Select(slot => Times[slot.When] + " " + Amount(slot.Amount, unit, numerals, dice)));
        return Sig(words + meal + course.Text,
            text => DosageCoding.Slots(text, slots.Select(slot => (slot.When, unit.Length == 0 ? 0 : slot.Amount, order.Meal)), unit, course.Days), course.Days);
    }

    private static PrintedSig Needed(Order order, string head, decimal amount, string unit, Numerals numerals, Dice dice)
    {
        var (words, reason) = dice.Any<(string, string?)>(("ពេលឈឺ", "ពេលឈឺ"), ("ពេលត្រូវការ", null), ("តាមតម្រូវការ", null));
        return Sig(head + $" រៀងរាល់ {numerals.Of(order.Intake.EveryHours)} ម៉ោង {words}",
            text => DosageCoding.Every(text, order.Intake.EveryHours, true, reason, amount, unit, null), null);
    }

    private static string Amount(decimal amount, string unit, Numerals numerals, Dice dice)
    {
        var word = UnitWords.Of(unit, Tongue.Khmer, dice);
        return amount == 0.5m && dice.Chance(0.4) ? "កន្លះ" + word : numerals.Of(amount) + dice.Any(" ", "") + word;
    }

    private static string Verb(string route) => route switch { "oral" => "លេប", "intravenous" => "ចាក់", "topical" => "លាប", "inhalation" or "nasal" => "បាញ់", "ophthalmic" => "បន្តក់", _ => "ស៊ក" };

    private static PrintedSig Sig(string text, Func<string, ImmutableArray<Dosage>> code, TimeSpanAmount? days) => new(text, code(text), days);
}
