using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Wording;

/// <summary>What an English instruction shows.</summary>
/// <param name="WithDays">The length of the course.</param>
/// <param name="IsTerse">Abbreviations instead of sentences.</param>
/// <param name="WithForm">Whether the form stands before the name, so that <c>1-0-1</c> has a unit.</param>
internal readonly record struct EnglishSigStyle(bool WithDays, bool IsTerse, bool WithForm);

/// <summary>English instructions, long (<c>Take 1 tablet twice daily after meals</c>) and short (<c>1 tab bd pc x 5/7</c>, <c>1-0-1</c>).</summary>
internal static class EnglishSig
{
    private static readonly string[] Often = ["", "once daily", "twice daily", "three times daily", "four times daily"];
    private static readonly string[] Latin = ["", "once daily", "bd", "tds", "qid"];
    private static readonly string[] LatinOther = ["", "daily", "bid", "tid", "qds"];

    private static readonly Dictionary<EventTiming, string> Times = new()
    {
        [EventTiming.MORN] = "in the morning",
        [EventTiming.NOON] = "at noon",
        [EventTiming.EVE] = "in the evening",
        [EventTiming.NIGHT] = "at bedtime",
    };

    /// <summary>Writes an order.</summary>
    public static PrintedSig Write(Order order, Numerals numerals, EnglishSigStyle style, Dice dice)
    {
        var (withDays, terse, withForm) = style;
        var course = withDays && order.Intake.Kind != IntakeKind.AsNeeded ? Course(order.Days, terse, dice) : default;
        var unit = order.Drug.DoseUnit;
        var amount = order.Intake.Amount;
        var word = unit.Length == 0 ? "" : terse ? UnitWords.First(unit, Tongue.English) : Whole(unit, amount);
        var head = unit.Length == 0 ? dice.Any("Apply", "apply") : terse ? numerals.Of(amount) + " " + word : Verb(order.Drug.Route) + " " + numerals.Of(amount) + " " + word;
        if (unit.Length == 0)
            amount = 0;
        var meal = order.Meal switch { Meal.After => terse ? " pc" : " after meals", Meal.Before => terse ? " ac" : " before meals", _ => "" };
        var hours = order.Intake.EveryHours;
        return order.Intake.Kind switch
        {
            IntakeKind.AsNeeded => Needed(order, head, amount, unit, terse, dice),
            IntakeKind.Hourly => Sig(head + (terse ? $" q{hours}h" : $" every {hours} hours") + course.Text, text => DosageCoding.Every(text, hours, false, null, amount, unit, course.Days), course.Days),
            IntakeKind.Weekly => Sig(head + dice.Any(" once a week", " once weekly") + course.Text, text => DosageCoding.Weekly(text, amount, unit, course.Days), course.Days),
            _ when terse && unit.Length > 0 && (!order.Intake.IsEven || dice.Chance(0.3)) => Dashes(order, numerals, withForm && unit == order.Drug.Form ? unit : "", meal, course, dice),
            _ when order.Intake.IsEven && order.Intake.Slots is not [{ When: EventTiming.NIGHT }] && dice.Chance(0.7) => TimesADay(order, head, amount, unit, meal, course, terse, dice),
            _ => AtTimes(order, head, amount, unit, meal, course, numerals),
        };
    }

    private static PrintedSig Dashes(Order order, Numerals numerals, string unit, string meal, Course course, Dice dice)
    {
        var slots = order.Intake.Slots.ToDictionary(slot => slot.When, slot => slot.Amount);
        EventTiming[] places = slots.ContainsKey(EventTiming.NIGHT)
            ? [EventTiming.MORN, EventTiming.NOON, EventTiming.EVE, EventTiming.NIGHT] : [EventTiming.MORN, EventTiming.NOON, EventTiming.EVE];
        var sign = dice.Any("-", "-", "-", "+");
        var words = string.Join(sign, places.Select(place => numerals.Of(slots.GetValueOrDefault(place))));
        return Sig(words + meal + course.Text,
            text => DosageCoding.Slots(text, order.Intake.Slots.Select(slot => (slot.When, slot.Amount, order.Meal)), unit, course.Days), course.Days);
    }

    private static PrintedSig TimesADay(Order order, string head, decimal amount, string unit, string meal, Course course, bool terse, Dice dice)
    {
        var times = order.Intake.Slots.Length;
        var often = terse ? dice.Any(Latin[times], LatinOther[times]) : dice.Any(Often[times], times > 1 ? $"{times} times a day" : "once a day");
        return Sig(head + " " + often + meal + course.Text, text => DosageCoding.TimesADay(text, times, order.Meal, amount, unit, course.Days), course.Days);
    }

    private static PrintedSig AtTimes(Order order, string head, decimal amount, string unit, string meal, Course course, Numerals numerals)
    {
        var slots = order.Intake.Slots;
        var coded = slots.Select(slot => (slot.When == EventTiming.NIGHT ? EventTiming.HS : slot.When, unit.Length == 0 ? 0 : slot.Amount, slot.When == EventTiming.NIGHT ? Meal.None : order.Meal)).ToArray();
        var words = order.Intake.IsEven || unit.Length == 0
            ? head + " " + string.Join(" and ", slots.Select(slot => Times[slot.When]))
            : head[..(head.IndexOf(' ', StringComparison.Ordinal) + 1)] + string.Join(" and ", slots.Select(slot => numerals.Of(slot.Amount) + " " + Whole(unit, slot.Amount) + " " + Times[slot.When]));
        return Sig(words + (slots.All(slot => slot.When == EventTiming.NIGHT) ? "" : meal) + course.Text, text => DosageCoding.Slots(text, coded, unit, course.Days), course.Days);
    }

    private static PrintedSig Needed(Order order, string head, decimal amount, string unit, bool terse, Dice dice)
    {
        var hours = order.Intake.EveryHours;
        var (words, reason) = terse ? (" prn", (string?)null) : dice.Any<(string, string?)>((" as needed", null), (" as needed for pain", "pain"), (" if needed", null));
        return Sig(head + (terse ? $" q{hours}h" : $" every {hours} hours") + words, text => DosageCoding.Every(text, hours, true, reason, amount, unit, null), null);
    }

    private static Course Course(int days, bool terse, Dice dice)
    {
        var unit = days == 1 ? "day" : "days";
        if (!terse)
            return days % 7 == 0 && dice.Chance(0.4) ? new($" for {days / 7} week" + (days > 7 ? "s" : ""), new(days / 7, TimeUnit.Week)) : new($" for {days} {unit}", new(days, TimeUnit.Day));
        return days % 7 == 0 && days > 7 && dice.Chance(0.4) ? new($" x {days / 7}/52", new(days / 7, TimeUnit.Week))
            : new(dice.Any($" x {days}/7", $" x {days} {unit}", $" × {days} {unit}"), new(days, TimeUnit.Day));
    }

    private static string Verb(string route) => route switch { "oral" => "Take", "inhalation" => "Inhale", "intravenous" => "Inject", "vaginal" => "Insert", _ => "Instil" };

    private static string Whole(string unit, decimal amount) => unit == "mL" ? "ml" : unit + (amount > 1 ? "s" : "");

    private static PrintedSig Sig(string text, Func<string, ImmutableArray<Dosage>> code, TimeSpanAmount? days) => new(text, code(text), days);
}
