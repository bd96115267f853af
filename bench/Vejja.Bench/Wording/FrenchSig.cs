using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Wording;

/// <summary>French instructions: <c>1 cp matin et soir pendant 7 jours</c>.</summary>
internal static class FrenchSig
{
    private static readonly Dictionary<EventTiming, string> Times = new()
    {
        [EventTiming.MORN] = "matin",
        [EventTiming.NOON] = "midi",
        [EventTiming.EVE] = "soir",
        [EventTiming.NIGHT] = "au coucher",
    };

    /// <summary>Writes an order.</summary>
    public static PrintedSig Write(Order order, Numerals numerals, bool withDays, Dice dice)
    {
        var course = withDays && order.Intake.Kind != IntakeKind.AsNeeded ? Course(order.Days, dice) : default;
        var unit = order.Drug.DoseUnit;
        var amount = order.Intake.Amount;
        var head = unit.Length == 0 ? dice.Any("1 application", "appliquer") : numerals.Of(amount) + " " + Plural(UnitWords.Of(unit, Tongue.French, dice), amount);
        if (unit.Length == 0)
            (amount, unit) = head[0] == '1' ? (1, "application") : (0, "");
        var meal = order.Meal switch
        {
            Meal.After => dice.Any(" après les repas", " après le repas"),
            Meal.Before => dice.Any(" avant les repas", " avant le repas"),
            _ => "",
        };
        return order.Intake.Kind switch
        {
            IntakeKind.AsNeeded => Needed(order, head, amount, unit, dice),
            IntakeKind.Hourly => Hourly(order, head, amount, unit, course, dice),
            IntakeKind.Weekly => Sig(head + dice.Any(" une fois par semaine", " 1 fois par semaine", " 1x/semaine") + course.Text, text => DosageCoding.Weekly(text, amount, unit, course.Days), course.Days),
            _ when order.Intake.IsEven && order.Intake.Slots.Length > 1 && dice.Chance(0.45) => Often(order, head, amount, unit, meal, course, dice),
            _ => AtTimes(order, head, amount, unit, meal, course, numerals, dice),
        };
    }

    private static PrintedSig AtTimes(Order order, string head, decimal amount, string unit, string meal, Course course, Numerals numerals, Dice dice)
    {
        var slots = order.Intake.Slots;
        var coded = slots.Select(slot => (slot.When == EventTiming.NIGHT ? EventTiming.HS : slot.When, order.Drug.DoseUnit.Length == 0 ? amount : slot.Amount, slot.When == EventTiming.NIGHT ? Meal.None : order.Meal)).ToArray();
        var words = order.Intake.IsEven || order.Drug.DoseUnit.Length == 0
            ? head + " " + Join([.. slots.Select(slot => slots.Length == 1 && slot.When is EventTiming.MORN or EventTiming.EVE ? "le " + Times[slot.When] : slots.Length == 1 && slot.When == EventTiming.NOON ? "à midi" : Times[slot.When])], dice)
            : string.Join(", ", slots.Select(slot => numerals.Of(slot.Amount) + " " + Plural(UnitWords.First(unit, Tongue.French), slot.Amount) + " " + Times[slot.When]));
        var allNight = slots.All(slot => slot.When == EventTiming.NIGHT);
        return Sig(words + (allNight ? "" : meal) + course.Text, text => DosageCoding.Slots(text, coded, unit, course.Days), course.Days);
    }

    private static PrintedSig Often(Order order, string head, decimal amount, string unit, string meal, Course course, Dice dice)
    {
        var times = order.Intake.Slots.Length;
        var often = dice.Any($" {times} fois par jour", $" {times} fois/jour", $" x {times}/j", $" {times} x / jour");
        return Sig(head + often + meal + course.Text, text => DosageCoding.TimesADay(text, times, order.Meal, amount, unit, course.Days), course.Days);
    }

    private static PrintedSig Hourly(Order order, string head, decimal amount, string unit, Course course, Dice dice) =>
        Sig(head + dice.Any($" toutes les {order.Intake.EveryHours} heures", $" toutes les {order.Intake.EveryHours} h") + course.Text,
            text => DosageCoding.Every(text, order.Intake.EveryHours, false, null, amount, unit, course.Days), course.Days);

    private static PrintedSig Needed(Order order, string head, decimal amount, string unit, Dice dice)
    {
        var (words, reason) = dice.Any<(string, string?)>((" si besoin", null), (" en cas de douleur", "douleur"), (" si douleur", "douleur"));
        return Sig(head + $" toutes les {order.Intake.EveryHours} heures" + words, text => DosageCoding.Every(text, order.Intake.EveryHours, true, reason, amount, unit, null), null);
    }

    private static Course Course(int days, Dice dice) =>
        days % 30 == 0 && dice.Chance(0.6) ? new($" pendant {days / 30} mois", new(days / 30, TimeUnit.Month))
        : days % 7 == 0 && days > 7 && dice.Chance(0.4) ? new($" pendant {days / 7} semaines", new(days / 7, TimeUnit.Week))
        : new(dice.Any($" pendant {days} jour", $" pdt {days} jour", $", {days} jour") + (days > 1 ? "s" : ""), new(days, TimeUnit.Day));

    private static string Plural(string word, decimal amount) =>
        amount > 1 && word is "comprimé" or "gélule" or "goutte" or "bouffée" or "sachet" or "ampoule" or "ovule" or "pulvérisation" ? word + (amount > 1 ? "s" : "") : word;

    private static string Join(string[] words, Dice dice) =>
        words.Length == 1 ? words[0] : string.Join(", ", words[..^1]) + dice.Any(" et ", " et ", " - ") + words[^1];

    private static PrintedSig Sig(string text, Func<string, ImmutableArray<Dosage>> code, TimeSpanAmount? days) => new(text, code(text), days);
}

/// <summary>The words for the length of a course, with the space before them, and its meaning.</summary>
internal readonly record struct Course(string Text, TimeSpanAmount? Days);
