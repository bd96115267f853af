using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;

namespace Vejja.Domain.Medications;

/// <summary>One prescribed medicine.</summary>
public sealed record Medication
{
    /// <summary>Identifier inside the document, such as <c>m1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The medicine's name in the sheet's spelling, without strength and form.</summary>
    public Reading<string>? Name { get; init; }

    /// <summary>Strength in the contract's notation, such as <c>500 mg</c>, <c>500 mg + 125 mg</c>, <c>250 mg/5 mL</c>.</summary>
    public Reading<string>? Strength { get; init; }

    /// <summary>Canonical dose form code, such as <c>tablet</c>.</summary>
    public Reading<string>? Form { get; init; }

    /// <summary>Canonical route code, such as <c>oral</c>.</summary>
    public Reading<string>? Route { get; init; }

    /// <summary>How much is to be dispensed.</summary>
    public Reading<Quantity>? Quantity { get; init; }

    /// <summary>How to take it: FHIR R4 Dosage, as DESIGN codes it.</summary>
    public ImmutableArray<Dosage> DosageInstruction { get; init; } = [];

    /// <summary>Confidence of <see cref="DosageInstruction"/> and the blocks it rests on; null where there is none.</summary>
    public Reading<string>? DosageEvidence { get; init; }

    /// <summary>Length of the course; derived from the quantity where it is not printed.</summary>
    public Reading<Quantity>? Duration { get; init; }

    /// <summary>Open doubts.</summary>
    public ImmutableArray<Flag> Flags { get; init; } = [];

    /// <summary>Probability that every dose-bearing field is right, in [0, 1].</summary>
    public double Confidence { get; init; }

    /// <summary>Whether a person must look.</summary>
    public bool RequiresReview { get; init; }
}
