using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Patient, Practitioner, Organization and Conditions, as far as they are printed.</summary>
internal sealed class PeopleEntries(Utf8JsonWriter json, Prescription prescription, BundleReferences references)
{
    private readonly PrescriptionFields fields = prescription.Fields;

    public void Write()
    {
        if (references.Patient is { } patient)
            WritePatient(patient);
        if (references.Practitioner is { } practitioner)
        {
            BundleReferences.Begin(json, practitioner, "Practitioner");
            WriteName(fields.Prescriber);
            BundleReferences.End(json);
        }

        if (references.Organization is { } organization)
        {
            BundleReferences.Begin(json, organization, "Organization");
            WritePrimitive("name", fields.Facility!);
            BundleReferences.End(json);
        }

        for (var index = 0; index < fields.Diagnosis.Length; index++)
            WriteCondition(references.Condition(index), fields.Diagnosis[index]);
    }

    private void WritePatient(string url)
    {
        BundleReferences.Begin(json, url, "Patient");
        if (fields.Age is { } age)
            WriteAge(age);
        WriteName(fields.PatientName);
        if (fields.Sex is { } sex)
            WritePrimitive("gender", sex);
        else
            json.WriteObject("_gender", BundleReferences.WriteAbsent);
        json.WriteObject("_birthDate", BundleReferences.WriteAbsent);
        BundleReferences.End(json);
    }

    /// <summary>R4 has no age of a patient, and a date of birth would be an invention.</summary>
    private void WriteAge(Reading<Age> age) => json.WriteObjects("extension", [age], (part, reading) =>
    {
        part.WriteString("url", Extensions.PatientAge);
        part.WriteObject("valueAge", value =>
        {
            WriteReading(value, reading);
            QuantityJson.Write(value, new Quantity(reading.Value.Value, reading.Value.Unit));
        });
    });

    private void WriteName(Reading<string>? name) => json.WriteObjects("name", [name], (part, reading) =>
    {
        if (reading is null)
        {
            BundleReferences.WriteAbsent(part);
            return;
        }

        WriteReading(part, reading);
        part.WriteString("text", reading.Value);
    });

    private void WriteCondition(string url, Reading<string> diagnosis)
    {
        BundleReferences.Begin(json, url, "Condition");
        json.WriteObject("code", part =>
        {
            WriteReading(part, diagnosis);
            part.WriteString("text", diagnosis.Value);
        });
        BundleReferences.WriteReference(json, "subject", references.Patient);
        BundleReferences.End(json);
    }

    private void WritePrimitive(string name, Reading<string> reading)
    {
        json.WriteString(name, reading.Value);
        json.WriteObject("_" + name, part => WriteReading(part, reading));
    }

    private static void WriteReading<T>(Utf8JsonWriter json, Reading<T> reading) =>
        json.WriteObjects("extension", [reading], DosageWriting.WriteReading);
}
