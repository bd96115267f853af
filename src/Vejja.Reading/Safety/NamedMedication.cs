using Vejja.Domain.Medications;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>A medication with what the lexicon makes of its name.</summary>
/// <param name="Medication">As read.</param>
/// <param name="Match">The lexicon's answer; unknown where no name was read.</param>
internal sealed record NamedMedication(Medication Medication, NameMatch Match)
{
    /// <summary>The medicine, where the lexicon is sure.</summary>
    public MedicineName? Name => Match.Name;

    /// <summary>Form that the sheet names, by its own word or by the unit of its quantity or dose; null for none.</summary>
    public string? Form => Medication.Form?.Value
        ?? Known(Medication.Quantity?.Value.Unit)
        ?? Known(Medication.DosageInstruction.Select(d => d.Dose?.Low.Unit).FirstOrDefault(u => Known(u) is not null));

    private static string? Known(string? unit) => unit is { Length: > 0 } && FormVocabulary.FamilyOf(unit) is not null ? unit : null;
}
