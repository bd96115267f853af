using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;

namespace Vejja.Language.Assistant;

/// <summary>What the reminders say: the next dose, a day's doses, clock times, why there is no reminder.</summary>
internal static class PlanAnswers
{
    /// <summary>The reminders of a medicine; null where none are laid.</summary>
    public static MedicationReminders? Of(ChatSubject subject, Medication medication) =>
        subject.Plan?.Medications.FirstOrDefault(reminders => reminders.MedicationId == medication.Id);

    /// <summary>The clock times of a medicine's reminders, where they are laid.</summary>
    public static void Clocks(AnswerDraft draft, Medication medication, ChatSubject subject)
    {
        if (Of(subject, medication) is not { } reminders)
            return;
        var clocks = reminders.Series.Where(series => !series.Elapsed).SelectMany(series => series.Occurrences)
            .Select(occurrence => TimeOnly.FromDateTime(occurrence.Local)).Distinct().Order().Select(Clock).ToList();
        if (clocks.Count is > 0 and <= 24)
            draft.Say("reminders.at", string.Join(", ", clocks));
    }

    /// <summary>The next dose, or the doses of a day.</summary>
    public static void Next(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject, int? daysAhead)
    {
        if (subject.Plan is null)
        {
            draft.Say("plan.needed");
            foreach (var medication in medications.Where(medication => !MedicineAnswers.IsBlocked(draft, medication)))
                MedicineAnswers.SayInstruction(draft, medication);
            return;
        }

        var doses = Doses(medications, subject);
        if (daysAhead is { } ahead)
            Day(draft, doses, DateOnly.FromDateTime(subject.Now.DateTime).AddDays(ahead));
        var coming = doses.Where(dose => dose.Occurrence.At > subject.Now).ToList();
        if (coming.Count == 0)
        {
            draft.Say("next.none");
        }
        else
        {
            var first = coming[0].Occurrence;
            foreach (var dose in coming.TakeWhile(dose => dose.Occurrence.At == first.At))
                draft.Say("next", draft.Texts.Day(DateOnly.FromDateTime(first.Local)), Clock(TimeOnly.FromDateTime(first.Local)), Words(draft, dose));
        }

        draft.Say("taken");
        Withheld(draft, medications, subject);
    }

    /// <summary>Reminders as laid, and why there is none where there is none.</summary>
    public static void Reminders(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject)
    {
        foreach (var medication in medications.Where(medication => Of(subject, medication) is { Series.IsEmpty: false }))
        {
            MedicineAnswers.SayInstruction(draft, medication);
            Clocks(draft, medication, subject);
        }

        Withheld(draft, medications, subject);
        draft.Say("reminder");
    }

    private static void Withheld(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject)
    {
        foreach (var medication in medications)
        {
            if (Of(subject, medication) is not { } reminders)
                continue;
            if (!reminders.AsNeeded.IsEmpty)
                draft.Say("needed", draft.Label(medication));
            foreach (var reason in reminders.Withheld.Select(withheld => withheld.Reason).Distinct())
                draft.Say("withheld", draft.Label(medication), draft.Texts.Say("withheld." + Code(reason)));
        }
    }

    private static void Day(AnswerDraft draft, List<PlannedDose> doses, DateOnly day)
    {
        var due = doses.Where(dose => DateOnly.FromDateTime(dose.Occurrence.Local) == day).ToList();
        draft.Say(due.Count == 0 ? "day.none" : "day.doses", draft.Texts.Day(day));
        foreach (var dose in due)
            draft.Say("day.dose", Clock(TimeOnly.FromDateTime(dose.Occurrence.Local)), Words(draft, dose));
    }

    private static List<PlannedDose> Doses(ImmutableArray<Medication> medications, ChatSubject subject) =>
        [.. medications.SelectMany(medication => (Of(subject, medication)?.Series ?? []).Where(series => !series.Cancelled)
            .SelectMany(series => series.Occurrences.Select(occurrence => new PlannedDose(medication, series, occurrence))))
            .OrderBy(dose => dose.Occurrence.At)];

    private static string Words(AnswerDraft draft, PlannedDose dose)
    {
        draft.RestInstruction(dose.Medication);
        var label = draft.Label(dose.Medication);
        return dose.Series.Dose is { } amount && draft.Phrases.Amount(amount) is { } words ? $"{label}, {words}" : label;
    }

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Code(WithheldReason reason) =>
        string.Concat(reason.ToString().Select((letter, i) => char.IsUpper(letter) && i > 0 ? "-" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));

    private sealed record PlannedDose(Medication Medication, ReminderSeries Series, Occurrence Occurrence);
}
