using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Language.Assistant;

/// <summary>
/// Where an instruction stands on the page. The contract's Dosages carry no source: it is the medicine's row of a table, else the lines with the instruction's
/// words, else the line of the name; and no surer than the medicine as a whole.
/// </summary>
internal static class InstructionEvidence
{
    private const int ShortestLine = 3;

    /// <summary>Blocks and confidence of a medicine's instruction.</summary>
    public static Reading<string> Of(Prescription prescription, Medication medication)
    {
        if (medication.DosageEvidence is { } evidence)
            return evidence;
        ImmutableArray<string> name = medication.Name?.Source ?? [];
        return new("", null, medication.Confidence, Row(prescription, name) is { IsEmpty: false } row ? row : Lines(prescription, medication) is { IsEmpty: false } lines ? lines : name);
    }

    private static ImmutableArray<string> Row(Prescription prescription, ImmutableArray<string> name)
    {
        foreach (var table in prescription.Tables)
        {
            var rows = table.Cells.Where(cell => cell.Blocks.Intersect(name).Any()).Select(cell => cell.Row).ToHashSet();
            if (rows.Count > 0)
                return [.. table.Cells.Where(cell => rows.Contains(cell.Row)).SelectMany(cell => cell.Blocks).Distinct()];
        }

        return [];
    }

    private static ImmutableArray<string> Lines(Prescription prescription, Medication medication) =>
        [.. prescription.Blocks.Where(block => block.Text.Length >= ShortestLine && medication.DosageInstruction.Any(dosage =>
            dosage.Text.Contains(block.Text, StringComparison.Ordinal) || block.Text.Contains(dosage.Text, StringComparison.Ordinal))).Select(block => block.Id)];
}
