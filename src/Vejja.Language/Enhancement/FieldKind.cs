using System.Collections.Immutable;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Language.Enhancement;

/// <summary>A field of a medicine that can be asked about.</summary>
public enum FieldKind
{
    /// <summary>The medicine's name.</summary>
    Name,

    /// <summary>Its strength.</summary>
    Strength,

    /// <summary>Its dose form.</summary>
    Form,

    /// <summary>Its route.</summary>
    Route,

    /// <summary>How much is dispensed.</summary>
    Quantity,

    /// <summary>Doses at times of day.</summary>
    Dose,

    /// <summary>The relation of doses to meals.</summary>
    Meal,

    /// <summary>Length of the course.</summary>
    Duration,
}

/// <summary>Which fields of a medicine the rules left open.</summary>
internal static class OpenFields
{
    /// <summary>A reading of the rules at or above this stands.</summary>
    public const double Sure = 0.8;

    /// <summary>Fields below 0.8, or with a flag that asks for a person; in the order of the question.</summary>
    public static ImmutableArray<FieldKind> Of(Medication medication) =>
        [.. Enum.GetValues<FieldKind>().Where(field => field is not FieldKind.Meal && IsOpen(medication, field))
            .SelectMany(field => field is FieldKind.Dose ? [FieldKind.Dose, FieldKind.Meal] : new[] { field })];

    private static bool IsOpen(Medication medication, FieldKind field) => field switch
    {
        FieldKind.Name => Below(medication.Name?.Confidence, absentIsOpen: true) || Flagged(medication, "name"),
        FieldKind.Strength => Below(medication.Strength?.Confidence) || (medication.Strength is null && Flagged(medication, "strength")),
        FieldKind.Form => Below(medication.Form?.Confidence) || (medication.Form is null && Flagged(medication, "form")),
        FieldKind.Route => Below(medication.Route?.Confidence),
        FieldKind.Quantity => Below(medication.Quantity?.Confidence) || (medication.Quantity is null && Flagged(medication, "quantity")),
        FieldKind.Duration => medication.Duration is { Derived: false } && Below(medication.Duration.Confidence),
        FieldKind.Dose => medication.DosageInstruction.IsEmpty || Below(medication.DosageEvidence?.Confidence),
        _ => false,
    };

    private static bool Below(double? confidence, bool absentIsOpen = false) => confidence is { } known ? known < Sure : absentIsOpen;

    private static bool Flagged(Medication medication, string field) =>
        medication.Flags.Any(flag => flag.Field == field && flag.Severity is not FlagSeverity.Info);
}
