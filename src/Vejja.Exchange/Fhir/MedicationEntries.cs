using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>A Medication and a MedicationRequest for each medicine.</summary>
internal sealed class MedicationEntries(Utf8JsonWriter json, Prescription prescription, BundleReferences references, bool approved)
{
    public void Write()
    {
        foreach (var medication in prescription.Medications)
        {
            WriteMedication(medication);
            WriteRequest(medication);
        }
    }

    private void WriteMedication(Medication medication)
    {
        BundleReferences.Begin(json, references.Medication(medication.Id), "Medication");
        if (medication.Strength is { } strength)
        {
            json.WriteObjects("extension", [strength], (part, reading) =>
            {
                part.WriteString("url", Extensions.Strength);
                part.WriteString("valueString", reading.Value);
                part.WriteObject("_valueString", value => value.WriteObjects("extension", [reading], DosageWriting.WriteReading));
            });
        }

        WriteConcept("code", medication.Name);
        if (medication.Form is { } form)
            WriteConcept("form", form);
        BundleReferences.End(json);
    }

    private void WriteRequest(Medication medication)
    {
        BundleReferences.Begin(json, references.Request(medication.Id), "MedicationRequest");
        json.WriteString("status", approved ? "active" : "draft");
        json.WriteString("intent", "order");
        BundleReferences.WriteReference(json, "medicationReference", references.Medication(medication.Id));
        BundleReferences.WriteReference(json, "subject", references.Patient);
        WriteAuthoredOn();
        BundleReferences.WriteReference(json, "requester", references.Practitioner);
        if (!medication.Flags.IsEmpty)
            json.WriteObjects("note", medication.Flags, (part, flag) => part.WriteString("text", Note(flag)));
        if (!medication.DosageInstruction.IsEmpty)
        {
            json.WriteObjects("dosageInstruction", medication.DosageInstruction, (part, dosage) =>
                DosageWriting.WriteMembers(part, dosage, medication.DosageEvidence));
        }

        WriteSupply(medication);
        BundleReferences.End(json);
    }

    private void WriteAuthoredOn()
    {
        if (prescription.Fields.Date is not { } date)
        {
            json.WriteObject("_authoredOn", BundleReferences.WriteAbsent);
            return;
        }

        json.WriteString("authoredOn", date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteObject("_authoredOn", part => part.WriteObjects("extension", [date], DosageWriting.WriteReading));
    }

    private void WriteSupply(Medication medication)
    {
        var hasLength = medication.Duration is { } duration && TimeUnitCodes.FromCode(duration.Value.Unit) is not null;
        if (medication.Quantity is null && !hasLength)
            return;
        json.WriteObject("dispenseRequest", part =>
        {
            if (medication.Quantity is { } quantity)
                WriteQuantity(part, "quantity", quantity);
            if (hasLength)
                WriteQuantity(part, "expectedSupplyDuration", medication.Duration!);
        });
    }

    private static void WriteQuantity(Utf8JsonWriter json, string name, Reading<Quantity> reading) => json.WriteObject(name, part =>
    {
        part.WriteObjects("extension", [reading], DosageWriting.WriteReading);
        QuantityJson.Write(part, reading.Value);
    });

    private void WriteConcept(string name, Reading<string>? reading) => json.WriteObject(name, part =>
    {
        if (reading is null)
        {
            BundleReferences.WriteAbsent(part);
            return;
        }

        part.WriteObjects("extension", [reading], DosageWriting.WriteReading);
        part.WriteString("text", reading.Value);
    });

    private static string Note(Flag flag) => flag.Message is { } message ? $"{flag.Code} ({flag.Field}): {message}" : $"{flag.Code} ({flag.Field})";
}
