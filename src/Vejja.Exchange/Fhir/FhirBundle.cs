using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>
/// A prescription as a FHIR R4 Bundle: what is printed and no more. What a resource must say and the page does not
/// has a data-absent-reason; every value keeps its confidence and the ink it rests on (docs/fhir.md).
/// </summary>
public static class FhirBundle
{
    /// <summary>One Bundle, one line of JSON.</summary>
    /// <param name="prescription">The prescription.</param>
    /// <param name="recorded">Now: when the Provenance was recorded.</param>
    /// <param name="approved">Whether a person approved it; until then every request is a draft.</param>
    public static string Write(Prescription prescription, DateTimeOffset recorded, bool approved = false) =>
        JsonText.Write(json => WriteTo(json, prescription, recorded, approved));

    /// <summary>One Bundle, as a value.</summary>
    public static void WriteTo(Utf8JsonWriter json, Prescription prescription, DateTimeOffset recorded, bool approved)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(prescription);
        var references = new BundleReferences(prescription);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        if (!IsBlank(prescription))
        {
            json.WriteStartArray("entry");
            new PeopleEntries(json, prescription, references).Write();
            new MedicationEntries(json, prescription, references, approved).Write();
            new ProvenanceEntries(json, prescription, references, recorded).Write();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>FHIR allows no empty list: a page without anything to hand over is a Bundle without entries.</summary>
    private static bool IsBlank(Prescription prescription) =>
        prescription is
        {
            Medications.IsEmpty: true,
            Fields: { PatientName: null, Age: null, Sex: null, Prescriber: null, Facility: null, Diagnosis.IsEmpty: true },
        };
}
