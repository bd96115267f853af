using System.Collections.Immutable;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Medications;

/// <summary>Where the other rows of a table count tablets or capsules, a quantity without a unit has lost it, and with it the unit of its doses.</summary>
internal static class LostUnits
{
    /// <summary>What is left of the confidence.</summary>
    private const double Lost = 0.75;

    /// <summary>The medicines of one table, those without a unit less sure.</summary>
    public static ImmutableArray<Medication> Weigh(ImmutableArray<Medication> medications)
    {
        var counted = medications.Where(medication => medication.Quantity is not null).ToArray();
        return 2 * counted.Count(medication => medication.Quantity!.Value.Unit.Length > 0) <= counted.Length
            ? medications
            : [.. medications.Select(medication => medication.Quantity is { Value.Unit.Length: 0 } ? Lowered(medication) : medication)];
    }

    private static Medication Lowered(Medication medication) => medication with
    {
        Quantity = medication.Quantity! with { Confidence = Math.Min(Lost, medication.Quantity.Confidence) },
        DosageEvidence = medication.DosageEvidence is { } evidence && medication.DosageInstruction.Any(dosage => dosage.Dose is { Low.Unit.Length: 0 })
            ? evidence with { Confidence = Math.Min(Lost, evidence.Confidence) }
            : medication.DosageEvidence,
    };
}
