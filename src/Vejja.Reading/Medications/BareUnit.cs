using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Medications;

/// <summary>The unit of a dose that is a bare number: what the sheet counts this medicine in elsewhere.</summary>
internal static class BareUnit
{
    /// <summary>The unit of the quantity, or the form, with the blocks that say so; null where neither counts single things.</summary>
    public static (string Unit, ImmutableArray<string> Source)? Of(Reading<Quantity>? quantity, Reading<string>? form) =>
        quantity is not null && IsCounted(quantity.Value.Unit) ? (quantity.Value.Unit, quantity.Source)
        : form is not null && IsCounted(form.Value) ? (form.Value, form.Source)
        : null;

    /// <summary>Gives the unit to every dose without one; both places stand in the evidence.</summary>
    public static Medication Fill(Medication medication)
    {
        if (medication.DosageEvidence is not { } evidence || !medication.DosageInstruction.Any(IsBare) || Of(medication.Quantity, medication.Form) is not { } found)
            return medication;
        return medication with
        {
            DosageInstruction = [.. medication.DosageInstruction.Select(dosage => IsBare(dosage) ? dosage with { Dose = With(dosage.Dose!, found.Unit) } : dosage)],
            DosageEvidence = evidence with { Source = [.. evidence.Source.Union(found.Source)] },
        };
    }

    private static bool IsBare(Dosage dosage) => dosage.Dose is { Low.Unit.Length: 0 };

    private static DoseAmount With(DoseAmount dose, string unit) => new(dose.Low with { Unit = unit }, dose.High is { } high ? high with { Unit = unit } : null);

    /// <summary>Nobody takes a box, a bottle or a tube at a time, and nobody writes 1 for 1 mL.</summary>
    private static bool IsCounted(string unit) => unit is "tablet" or "capsule" or "ampoule" or "sachet" or "suppository" or "vial" or "patch";
}
