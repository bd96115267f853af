using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Domain.Dosing;

/// <summary>What was understood of one line of dosing instructions.</summary>
/// <param name="Text">The line as given.</param>
/// <param name="DosageInstruction">FHIR R4 Dosages; empty where nothing was understood.</param>
/// <param name="Confidence">Probability that they are right, in [0, 1].</param>
public sealed record Sig(string Text, ImmutableArray<Dosage> DosageInstruction, double Confidence)
{
    /// <summary>How much is to be dispensed (<c>#30</c>, <c>QSP 1 boîte</c>), if the line says.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>How often it may be dispensed again, if the line says.</summary>
    public int? Refills { get; init; }

    /// <summary>Length of the course, where the line gives one for all steps.</summary>
    public TimeSpanAmount? Duration { get; init; }

    /// <summary>Open doubts.</summary>
    public ImmutableArray<Flag> Flags { get; init; } = [];

    /// <summary>The words that were not understood, joined by a space; empty for none.</summary>
    public string Residue { get; init; } = "";
}
