using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>
/// Looks over the medications of a sheet and flags what a person should confirm. It changes no value, gives no advice and knows no dose limits:
/// what it compares with is the sheet itself and what is made.
/// </summary>
public static class SafetyReview
{
    private static readonly ImmutableDictionary<string, string> NoBlocks = ImmutableDictionary<string, string>.Empty;

    /// <summary>The medications with their flags added.</summary>
    /// <param name="medications">All medicines of one sheet.</param>
    /// <param name="textOfBlock">The raw text of each block by its id; null where there are no blocks (typed text).</param>
    public static ImmutableArray<Medication> Check(
        ImmutableArray<Medication> medications, IReadOnlyDictionary<string, string>? textOfBlock = null)
    {
        var sheet = medications.Select(m => new NamedMedication(m, m.Name is null ? NameMatch.None : MedicineLexicon.Default.Resolve(m.Name.Value))).ToList();
        return [.. sheet.Select(named => named.Medication with
        {
            Flags = named.Medication.Flags.With(
            [
                .. Written(named.Medication, textOfBlock ?? NoBlocks), .. NameCheck.Check(named), .. StrengthCheck.Check(named), .. IntervalCheck.Check(named),
                .. QuantityCheck.Check(named.Medication), .. MaximumCheck.Check(named.Medication), .. SheetCheck.Check(named, sheet),
            ]),
        })];
    }

    // How things are written, field by field, as the page has it.
    private static IEnumerable<Flag> Written(Medication medication, IReadOnlyDictionary<string, string> textOfBlock)
    {
        if (medication.Name is { } name)
        {
            foreach (var flag in AbbreviationCheck.CheckName(InkWords.Of(name.Raw ?? name.Value)))
                yield return flag;
            foreach (var flag in name.Source.SelectMany(id => textOfBlock.TryGetValue(id, out var text) ? GluedStrengthCheck.Check(InkWords.Of(text)) : []))
                yield return flag;
        }

        if (medication.Form is { Raw: { } form } && FormVocabulary.Find(form).Any(w => w.IsUncertain))
            yield return Raise.Flag(FlagCodes.AmbiguousTerm, "form", form);
        foreach (var flag in Of(medication.Strength?.Raw, "strength").Concat(Of(medication.Quantity?.Raw, "quantity")))
            yield return flag;
        // The grammar's text leaves out what it did not use; the evidence has the whole line.
        string?[] evidence = [medication.DosageEvidence?.Raw, medication.DosageEvidence?.Value];
        foreach (var text in medication.DosageInstruction.Select(d => d.Text).Concat(evidence.OfType<string>()).Distinct())
        {
            foreach (var flag in SigWarnings.Of(text))
                yield return flag;
        }

        foreach (var flag in medication.DosageInstruction.SelectMany(d => DoseSizeCheck.Check(d).Concat(ReminderCheck.Check(d))))
            yield return flag;
    }

    private static IEnumerable<Flag> Of(string? raw, string field)
    {
        if (raw is null)
            return [];
        var words = InkWords.Of(raw);
        return AbbreviationCheck.Check(words, field).Concat(NumberWritingCheck.Check(words, field));
    }
}
