using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>The last look at a medication: what is not sure is flagged, and the least sure dose-bearing field speaks for the whole.</summary>
internal static class MedicationReview
{
    /// <summary>How sure the values of a medicine can be whose name was not read.</summary>
    private const double WithoutName = 0.7;

    /// <summary>A name less sure than this, with no strength behind it, may be no name at all.</summary>
    private const double HardlyRead = 0.6;

    private static readonly ImmutableHashSet<string> DoseBearing =
        ["name", "strength", "dose", "quantity", "frequency", "when", "duration", "maximum", "dosageInstruction"];

    /// <summary>Adds low-confidence flags, the confidence and whether a person must look.</summary>
    public static Medication Finish(Medication medication)
    {
        medication = IsNamed(medication) ? medication : Nameless(medication);
        var sure = DoseFields(medication).ToImmutableArray();
        var flags = sure.Where(field => field.Confidence < Belief.Sure)
            .Aggregate(medication.Flags, (all, field) => all.Any(flag => flag.Field == field.Name && flag.Severity is not FlagSeverity.Info) ? all : all.With(Doubts.LowConfidence(field.Name)));
        return medication with
        {
            Flags = flags,
            Confidence = Math.Round(sure.Select(field => field.Confidence).DefaultIfEmpty(0).Min(), 4),
            RequiresReview = sure.IsEmpty || flags.Any(NeedsReview),
        };
    }

    private static bool IsNamed(Medication medication) =>
        medication.Name is { } name && (name.Confidence >= HardlyRead || medication.Strength is not null);

    /// <summary>Nobody knows whose amounts these are: they may be the rest of the row above.</summary>
    private static Medication Nameless(Medication medication) => medication with
    {
        Strength = Lowered(medication.Strength),
        Quantity = Lowered(medication.Quantity),
        DosageEvidence = Lowered(medication.DosageEvidence),
        Duration = Lowered(medication.Duration),
    };

    private static Reading<T>? Lowered<T>(Reading<T>? reading) => reading is null ? null : reading with { Confidence = Math.Min(WithoutName, reading.Confidence) };

    /// <summary>Whether a flag asks for a person before anyone relies on the sheet.</summary>
    public static bool NeedsReview(Flag flag) =>
        flag.Severity is FlagSeverity.Block || (flag.Severity is FlagSeverity.Confirm && DoseBearing.Contains(flag.Field));

    private static IEnumerable<(string Name, double Confidence)> DoseFields(Medication medication)
    {
        yield return ("name", medication.Name?.Confidence ?? 0);
        if (medication.Strength is { } strength)
            yield return ("strength", strength.Confidence);
        yield return ("dose", medication.DosageEvidence?.Confidence ?? 0);
        if (medication.Quantity is { } quantity)
            yield return ("quantity", quantity.Confidence);
        if (medication.Duration is { } duration)
            yield return ("duration", duration.Confidence);
    }
}
