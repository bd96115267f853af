using System.Collections.Immutable;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Language.Assistant;

/// <summary>How long, how many in all, what is left.</summary>
internal static class CourseAnswers
{
    /// <summary>The length of the course, and its last day where reminders are laid.</summary>
    public static void Duration(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject)
    {
        foreach (var medication in medications.Where(medication => !MedicineAnswers.IsBlocked(draft, medication)))
        {
            var printed = medication.DosageInstruction.Select(dosage => dosage.Repeat?.BoundsDuration).FirstOrDefault(bounds => bounds is not null);
            if (medication.DosageInstruction.Select(dosage => dosage.Sequence).Distinct().Count() > 1)
            {
                MedicineAnswers.SayInstruction(draft, medication);
            }
            else if (medication.Duration is { } duration)
            {
                draft.Say(duration.Derived ? "duration.derived" : "duration", draft.Label(medication), draft.Phrases.Length(duration.Value.Value, duration.Value.Unit));
                draft.Rest(medication, "duration", duration);
            }
            else if (printed is not null)
            {
                draft.Say("duration", draft.Label(medication), draft.Phrases.Length(printed));
                draft.RestInstruction(medication);
            }
            else
            {
                draft.Say("duration.none", draft.Label(medication));
            }

            if (PlanAnswers.Of(subject, medication) is { EndDate: { } end, Series.IsEmpty: false })
                draft.Say("last-day", draft.Texts.Day(end));
        }
    }

    /// <summary>The quantity, and what is left of it where reminders are laid.</summary>
    public static void Left(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject)
    {
        var planned = false;
        foreach (var medication in medications)
        {
            if (medication.Quantity is not { } quantity)
            {
                draft.Say("left.none", draft.Label(medication));
                continue;
            }

            draft.Say("left", draft.Label(medication), draft.Phrases.Quantity(quantity.Value));
            draft.Rest(medication, "quantity", quantity);
            if (MedicineAnswers.IsBlocked(draft, medication) || PlanAnswers.Of(subject, medication) is not { Series.IsEmpty: false } reminders)
                continue;
            planned = true;
            if (Rest(reminders, quantity.Value, subject.Now) is { } rest)
                draft.Say("left.rest", draft.Phrases.Quantity(rest));
            if (reminders.RunOutDate is { } last)
                draft.Say("left.out", draft.Texts.Day(last));
            if (reminders.RefillDate is { } refill)
                draft.Say("left.refill", draft.Texts.Day(refill));
        }

        if (planned)
            draft.Say("taken");
    }

    /// <summary>What is left when every dose so far was taken; null where doses and quantity have not one unit, or a dose is a range.</summary>
    private static Quantity? Rest(MedicationReminders reminders, Quantity quantity, DateTimeOffset now)
    {
        if (!reminders.AsNeeded.IsEmpty || reminders.Series.Any(series => series.Dose is not { High: null } dose || dose.Low.Unit != quantity.Unit))
            return null;
        var taken = reminders.Series.Sum(series => series.Dose!.Low.Value * series.Occurrences.Count(occurrence => occurrence.At <= now));
        return new(Math.Max(0, quantity.Value - taken), quantity.Unit);
    }
}
