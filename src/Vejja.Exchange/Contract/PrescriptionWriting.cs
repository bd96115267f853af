using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>Writes the whole contract in the order of its schema.</summary>
internal static class PrescriptionWriting
{
    public static void WriteMembers(Utf8JsonWriter json, Prescription prescription)
    {
        json.WriteString("schema", Prescription.SchemaName);
        json.WriteString("file", prescription.File);
        json.WriteObjects("pages", prescription.Pages, PageJson.WritePage);
        json.WriteStrings("language", prescription.Language);
        json.WriteObjects("blocks", prescription.Blocks, PageJson.WriteBlock);
        json.WriteObjects("tables", prescription.Tables, PageJson.WriteTable);
        json.WriteObject("fields", part => FieldsJson.WriteMembers(part, prescription.Fields));
        json.WriteObjects("medications", prescription.Medications, MedicationJson.WriteMembers);
        json.WriteObjects("slotHours", prescription.SlotHours, WriteSlotHours);
        json.WriteConfidence("confidence", prescription.Confidence);
        json.WriteBoolean("requiresReview", prescription.RequiresReview);
        json.WriteStrings("warnings", prescription.Warnings);
    }

    private static void WriteSlotHours(Utf8JsonWriter json, SlotHours hours)
    {
        json.WriteString("when", hours.When.ToString());
        json.WriteString("from", hours.From.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteString("to", hours.To.ToString("HH:mm", CultureInfo.InvariantCulture));
        json.WriteConfidence("confidence", hours.Confidence);
        json.WriteStrings("source", [hours.Source]);
    }
}
