using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Safety;

namespace Vejja.Language.Assistant;

/// <summary>When to come back, who wrote it, and what the flags mean.</summary>
internal static class SheetAnswers
{
    /// <summary>The date on which to come back.</summary>
    public static void Visit(AnswerDraft draft, Prescription prescription)
    {
        if (prescription.Fields.NextVisit is not { } visit)
        {
            draft.Say("visit.none");
            return;
        }

        draft.Say("visit", draft.Texts.Day(visit.Value));
        draft.Rest("nextVisit", visit);
    }

    /// <summary>Prescriber, place, date, patient.</summary>
    public static void Sheet(AnswerDraft draft, Prescription prescription)
    {
        var fields = prescription.Fields;
        Say(draft, "prescriber", fields.Prescriber, SheetWords.Quote);
        Say(draft, "facility", fields.Facility, SheetWords.Quote);
        Say(draft, "date", fields.Date, draft.Texts.Day);
        Say(draft, "patientName", fields.PatientName, SheetWords.Quote, "patient");
        if (draft.Lines.Count == 0)
            draft.Say("sheet.none");
    }

    /// <summary>The doubts on medicines, with what each asks; where there is none, how sure each was read.</summary>
    public static void Flags(AnswerDraft draft, ImmutableArray<Medication> medications)
    {
        var any = false;
        foreach (var medication in medications)
        {
            foreach (var flag in medication.Flags.OrderByDescending(flag => flag.Severity))
            {
                any = true;
                draft.Say("line", draft.Label(medication), FlagMessages.Render(flag, draft.Texts.Language).Message ?? flag.Code);
            }
        }

        foreach (var severity in medications.SelectMany(medication => medication.Flags).Select(flag => flag.Severity).Distinct().OrderDescending())
            draft.Say("flag." + severity.ToString().ToLower(CultureInfo.InvariantCulture));
        if (any)
            return;
        draft.Say("flag.none");
        foreach (var medication in medications)
        {
            draft.Say("flag.sure", draft.Label(medication), AnswerDraft.Percent(medication.Confidence));
            draft.RestInstruction(medication);
        }
    }

    private static void Say<T>(AnswerDraft draft, string field, Reading<T>? reading, Func<T, string?> words, string? key = null)
    {
        if (reading is null || words(reading.Value) is not { } text)
            return;
        draft.Say("sheet." + (key ?? field), text);
        draft.Rest(field, reading);
    }
}
