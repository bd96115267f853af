using Vejja.Reading.Layout;
using Vejja.Reading.Safety;

namespace Vejja.Reading.Medications;

/// <summary>The checks on the medicines of a sheet: what a person should confirm, and how sure each medicine is as a whole.</summary>
internal static class MedicationChecks
{
    /// <summary>Adds flags, confidence and review.</summary>
    public static ReadMedicines Check(ReadMedicines medicines, Sheet sheet)
    {
        var textOfBlock = sheet.Lines.ToDictionary(line => line.Id, line => line.Text);
        return medicines with { Medications = [.. SafetyReview.Check(medicines.Medications, textOfBlock).Select(MedicationReview.Finish)] };
    }
}
