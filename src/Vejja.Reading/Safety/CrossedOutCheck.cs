using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Safety;

/// <summary>What rests on a crossed-out line: nothing may be scheduled from it until a person decides.</summary>
internal static class CrossedOutCheck
{
    /// <summary>A flag for each field one of whose blocks is crossed out.</summary>
    /// <param name="medication">The medicine.</param>
    /// <param name="crossedOut">Identifiers of the crossed-out blocks.</param>
    public static IEnumerable<Flag> Check(Medication medication, IReadOnlySet<string> crossedOut)
    {
        if (crossedOut.Count == 0)
            return [];
        (string Field, IEnumerable<string>? Source)[] fields =
        [
            ("name", medication.Name?.Source), ("strength", medication.Strength?.Source), ("quantity", medication.Quantity?.Source),
            ("dose", medication.DosageEvidence?.Source), ("duration", medication.Duration?.Source),
        ];
        return fields.Where(field => field.Source?.Any(crossedOut.Contains) == true).Select(field => Raise.Flag(FlagCodes.CrossedOut, field.Field));
    }
}
