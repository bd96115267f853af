using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Reading.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>Doses at times of day: each number is printed in a cell of the medicine's row, under the header of that very time of day.</summary>
internal static class DoseValidation
{
    private const decimal MostAtOnce = 100;

    /// <summary>Judges the doses with the meal that goes with them.</summary>
    public static Verdict Judge(Question question, FieldAnswer answer, FieldAnswer? meal)
    {
        if (answer.Doses.Select(dose => dose.When).Distinct().Count() != answer.Doses.Length)
            return Verdict.No("contradicts");
        var relation = meal is null ? (EventTiming?)null : MealOf(meal);
        if (meal is not null && relation is null)
            return Verdict.No("word-not-printed");
        var doses = ImmutableArray.CreateBuilder<SlotDose>();
        foreach (var (when, words) in answer.Doses)
        {
            var time = Enum.Parse<EventTiming>(when);
            if (words.Any(word => Columns.SlotOver(question, word) != time))
                return Verdict.No("wrong-column");
            if (Ink.Copy(words) is not { } text || AmountReading.AtHead(Amounts.Line(text)) is not { } amount || !amount.Rest.IsBlank)
                return Verdict.No("not-a-number");
            if (amount.Value <= 0 || amount.Value > MostAtOnce)
                return Verdict.No("range");
            doses.Add(new(time, amount.Value, Unit(question.Medication), relation, text));
        }

        // A number in a time-of-day cell that no dose takes up would be a dose left out.
        if (question.Lines.Where(line => line.IsOwn).SelectMany(line => line.Words).Any(word => IsDose(question, word) && !answer.Doses.Any(dose => dose.Words.Contains(word))))
            return Verdict.No("contradicts");
        return Contradicts(question.Medication, doses.Sum(dose => dose.Amount))
            ? Verdict.No("contradicts") : new(Text(SlotDosing.Code(doses, null, question.Medication.Route?.Value)), "doses-under-their-headers", 0.75);
    }

    /// <summary>Dosages as a suggestion shows them: amount, unit and FHIR's codes of the events.</summary>
    public static string Text(ImmutableArray<Dosage> dosages) => string.Join("; ", dosages.Select(dosage => string.Create(CultureInfo.InvariantCulture,
        $"{dosage.Dose?.Low.Value:0.####} {dosage.Dose?.Low.Unit} {string.Join(' ', dosage.Repeat?.When.Select(when => when.ToString()) ?? [])}").Trim()));

    private static bool IsDose(Question question, PageWord word) =>
        Columns.SlotOver(question, word) is not null && char.IsDigit(word.Text[0]) && AmountReading.AtHead(Amounts.Line(word.Text)) is { Value: > 0 };

    private static EventTiming? MealOf(FieldAnswer meal) =>
        Ink.Copy(meal.Words) is { } text && Vocabulary.Meals.Find(text) is { } match && match.Term.Code == meal.Code ? Enum.Parse<EventTiming>(meal.Code) : null;

    private static string Unit(Medication medication) =>
        medication.Quantity is { Confidence: >= OpenFields.Sure, Value.Unit: { Length: > 0 } unit } && unit is not ("box" or "bottle" or "blister" or "tube") ? unit
        : medication.Form is { Confidence: >= OpenFields.Sure } form ? form.Value : "";

    /// <summary>Daily dose times days must be the quantity where both are sure.</summary>
    private static bool Contradicts(Medication medication, decimal daily) =>
        medication is { Quantity: { Confidence: >= OpenFields.Sure, Value.Unit: not ("box" or "bottle" or "blister" or "tube") } quantity, Duration: { Derived: false, Confidence: >= OpenFields.Sure, Value.Unit: "d" } days }
        && daily * days.Value.Value != quantity.Value.Value;
}
