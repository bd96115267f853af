using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Safety;

namespace Vejja.Language.Assistant;

/// <summary>What, how many, when, with food, how: from the medicines themselves.</summary>
internal static class MedicineAnswers
{
    /// <summary>Which medicines.</summary>
    public static void What(AnswerDraft draft, ImmutableArray<Medication> medications)
    {
        draft.Say("count", medications.Length);
        foreach (var medication in medications)
        {
            var label = draft.Label(medication);
            if (FormOf(draft, medication) is { } form)
                draft.Say("line", label, form);
            else
                draft.Say("line", label, Instruction(draft, medication) ?? "—");
        }
    }

    /// <summary>Everything about one medicine: what stands beside its bare name.</summary>
    public static void Whole(AnswerDraft draft, Medication medication)
    {
        if (FormOf(draft, medication) is { } form)
            draft.Say("line", draft.Label(medication), form);
        if (!IsBlocked(draft, medication))
            SayInstruction(draft, medication);
    }

    /// <summary>How much at a time.</summary>
    public static void Dose(AnswerDraft draft, ImmutableArray<Medication> medications)
    {
        foreach (var medication in medications.Where(medication => !IsBlocked(draft, medication)))
        {
            var doses = medication.DosageInstruction.Select(dosage => dosage.Dose).Distinct().ToList();
            if (doses is [{ } dose] && draft.Phrases.Amount(dose) is { } amount)
            {
                draft.Say("dose", draft.Label(medication), amount);
                draft.RestInstruction(medication);
            }
            else if (doses.Count > 0 && doses.All(each => each is null))
            {
                draft.Say("dose.none", draft.Label(medication));
                SayWords(draft, medication);
            }
            else
            {
                SayInstruction(draft, medication);
            }
        }
    }

    /// <summary>When and how often.</summary>
    public static void When(AnswerDraft draft, ImmutableArray<Medication> medications, ChatSubject subject)
    {
        foreach (var medication in medications.Where(medication => !IsBlocked(draft, medication)))
        {
            if (medication.DosageInstruction.Length == 1 && draft.Phrases.Times(medication.DosageInstruction[0]) is { Length: > 0 } times)
            {
                draft.Say("instruction", draft.Label(medication), times);
                draft.RestInstruction(medication);
            }
            else
            {
                SayInstruction(draft, medication);
            }

            PlanAnswers.Clocks(draft, medication, subject);
        }
    }

    /// <summary>With food or without.</summary>
    public static void Food(AnswerDraft draft, ImmutableArray<Medication> medications)
    {
        foreach (var medication in medications.Where(medication => !IsBlocked(draft, medication)))
        {
            var meals = medication.DosageInstruction.SelectMany(Meals).Distinct().ToList();
            var minutes = medication.DosageInstruction.Select(dosage => dosage.Repeat?.Offset).FirstOrDefault(offset => offset is not null);
            var label = draft.Label(medication);
            draft.RestInstruction(medication);
            if (meals is ["before"] && minutes is { } offset)
                draft.Say("food.minutes", label, offset);
            else if (meals is [var meal])
                draft.Say("food." + meal, label);
            else if (meals.Count > 1 || medication.DosageInstruction.Any(dosage => !dosage.AdditionalInstruction.IsEmpty))
                SayInstruction(draft, medication);
            else
                draft.Say("food.none", label);
        }
    }

    /// <summary>How it is used.</summary>
    public static void How(AnswerDraft draft, ImmutableArray<Medication> medications)
    {
        foreach (var medication in medications.Where(medication => !IsBlocked(draft, medication)))
        {
            var manner = medication.DosageInstruction.Select(draft.Phrases.Manner).FirstOrDefault(phrase => phrase is not null)
                ?? (medication.Route is { } route ? draft.Texts.Word("route." + route.Value) : null);
            var label = draft.Label(medication);
            if (manner is not null)
                draft.Say("instruction", label, manner);
            else if (FormOf(draft, medication) is { } form)
                draft.Say("instruction", label, form);
            draft.Rest(medication, "route", medication.Route);
            SayInstruction(draft, medication);
        }
    }

    /// <summary>What is due at times of day.</summary>
    public static void Slots(AnswerDraft draft, ImmutableArray<Medication> medications, ImmutableArray<string> slots)
    {
        var unnamed = medications.Where(medication => !medication.DosageInstruction.Any(dosage => Enum.GetValues<EventTiming>().Any(when => Slot(when) is not null && Has(dosage, when)))).ToList();
        foreach (var slot in slots)
        {
            draft.Say("slot." + slot);
            var any = false;
            foreach (var medication in medications.Except(unnamed))
            {
                foreach (var dosage in medication.DosageInstruction.Where(dosage => dosage.Repeat?.When.Any(when => Slot(when) == slot) == true))
                {
                    any = true;
                    if (IsBlocked(draft, medication))
                        break;
                    draft.Say("instruction", draft.Label(medication), (dosage.Dose is { } dose ? draft.Phrases.Amount(dose) : null) ?? SheetWords.Quote(dosage.Text) ?? "—");
                    draft.RestInstruction(medication);
                }
            }

            if (!any)
                draft.Say("slot.nothing");
        }

        if (unnamed.Count == 0)
            return;
        draft.Say("slot.unnamed");
        foreach (var medication in unnamed.Where(medication => !IsBlocked(draft, medication)))
            SayInstruction(draft, medication);
    }

    /// <summary>The whole instruction in sure words, else in the page's own.</summary>
    public static void SayInstruction(AnswerDraft draft, Medication medication)
    {
        if (medication.DosageInstruction.IsEmpty)
        {
            draft.Say("instruction.none", draft.Label(medication));
            return;
        }

        if (draft.Phrases.Whole(medication.DosageInstruction) is { } words)
        {
            draft.Say("instruction", draft.Label(medication), words);
            draft.RestInstruction(medication);
        }
        else
        {
            SayWords(draft, medication);
        }
    }

    /// <summary>Whether an open doubt forbids to pass the instruction on; says so once.</summary>
    public static bool IsBlocked(AnswerDraft draft, Medication medication)
    {
        if (medication.Flags.FirstOrDefault(flag => flag.Severity == FlagSeverity.Block) is not { } block)
            return false;
        draft.Say("blocked", draft.Label(medication), FlagMessages.Render(block, draft.Texts.Language).Message ?? block.Code);
        return true;
    }

    private static void SayWords(AnswerDraft draft, Medication medication)
    {
        var words = string.Join("; ", medication.DosageInstruction.Select(dosage => dosage.Text).Distinct());
        if (SheetWords.Quote(words) is { } quoted)
            draft.Say("words", draft.Label(medication), quoted);
        else
            draft.Say("words.order", draft.Label(medication));
        draft.RestInstruction(medication);
    }

    private static string? Instruction(AnswerDraft draft, Medication medication)
    {
        if (medication.Flags.Any(flag => flag.Severity == FlagSeverity.Block) || draft.Phrases.Whole(medication.DosageInstruction) is not { } words)
            return null;
        draft.RestInstruction(medication);
        return words;
    }

    private static string? FormOf(AnswerDraft draft, Medication medication)
    {
        if (medication.Form is not { } form || (draft.Texts.Word("form." + form.Value) ?? SheetWords.Quote(form.Raw ?? form.Value)) is not { } word)
            return null;
        draft.Rest(medication, "form", form);
        return word;
    }

    private static bool Has(Dosage dosage, EventTiming when) => dosage.Repeat?.When.Contains(when) == true;

    private static IEnumerable<string> Meals(Dosage dosage) => (dosage.Repeat?.When ?? []).Select(when => when switch
    {
        EventTiming.AC or EventTiming.ACM or EventTiming.ACD or EventTiming.ACV => "before",
        EventTiming.PC or EventTiming.PCM or EventTiming.PCD or EventTiming.PCV => "after",
        EventTiming.C or EventTiming.CM or EventTiming.CD or EventTiming.CV => "with",
        _ => null,
    }).OfType<string>();

    private static string? Slot(EventTiming when) => when switch
    {
        EventTiming.MORN or EventTiming.WAKE or EventTiming.ACM or EventTiming.CM or EventTiming.PCM => "MORN",
        EventTiming.NOON or EventTiming.ACD or EventTiming.CD or EventTiming.PCD => "NOON",
        EventTiming.AFT => "AFT",
        EventTiming.EVE or EventTiming.ACV or EventTiming.CV or EventTiming.PCV => "EVE",
        EventTiming.NIGHT or EventTiming.HS or EventTiming.PHS => "NIGHT",
        _ => null,
    };
}
