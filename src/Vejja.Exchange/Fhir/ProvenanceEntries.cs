using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>One Provenance a request: how sure its reading is, on which blocks of which file it rests.</summary>
internal sealed class ProvenanceEntries(Utf8JsonWriter json, Prescription prescription, BundleReferences references, DateTimeOffset recorded)
{
    public void Write()
    {
        foreach (var medication in prescription.Medications)
        {
            Write(references.Request(medication.Id), [references.Medication(medication.Id)],
                new Reading<string>(medication.Id, null, medication.Confidence, Sources(medication)));
        }

        var fields = prescription.Fields;
        if (references.Patient is { } patient)
        {
            ImmutableArray<(double Confidence, ImmutableArray<string> Source)?> parts =
                [Evidence(fields.PatientName), Evidence(fields.Age), Evidence(fields.Sex)];
            var read = parts.Where(part => part is not null).Select(part => part!.Value).ToArray();
            Write(patient, [], new Reading<string>("", null, read.Min(part => part.Confidence), [.. read.SelectMany(part => part.Source).Distinct()]));
        }
    }

    private void Write(string target, ImmutableArray<string> furtherTargets, Reading<string> reading)
    {
        BundleReferences.Begin(json, references.Provenance(target), "Provenance");
        json.WriteObjects("extension", [reading], DosageWriting.WriteReading);
        json.WriteObjects("target", [target, .. furtherTargets], (part, url) => part.WriteString("reference", url));
        json.WriteString("recorded", recorded.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartArray("agent");
        json.WriteStartObject();
        WriteAgentType("assembler");
        json.WriteObject("who", who => who.WriteString("display", "Vejja"));
        json.WriteEndObject();
        if (references.Practitioner is { } practitioner)
        {
            json.WriteStartObject();
            WriteAgentType("author");
            BundleReferences.WriteReference(json, "who", practitioner);
            if (references.Organization is { } organization)
                BundleReferences.WriteReference(json, "onBehalfOf", organization);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteObjects("entity", [prescription.File], (part, file) =>
        {
            part.WriteString("role", "source");
            part.WriteObject("what", what => what.WriteString("display", file.Length == 0 ? "unnamed" : file));
        });
        BundleReferences.End(json);
    }

    private void WriteAgentType(string code) => json.WriteObject("type", type => type.WriteObjects("coding", [code], (part, value) =>
    {
        part.WriteString("system", "http://terminology.hl7.org/CodeSystem/provenance-participant-type");
        part.WriteString("code", value);
    }));

    private static (double, ImmutableArray<string>)? Evidence<T>(Reading<T>? reading) =>
        reading is null ? null : (reading.Confidence, reading.Source);

    private static ImmutableArray<string> Sources(Medication medication)
    {
        ImmutableArray<(double Confidence, ImmutableArray<string> Source)?> parts =
        [
            Evidence(medication.Name), Evidence(medication.Strength), Evidence(medication.Form), Evidence(medication.Route),
            Evidence(medication.Quantity), Evidence(medication.DosageEvidence), Evidence(medication.Duration),
        ];
        return [.. parts.Where(part => part is not null).SelectMany(part => part!.Value.Source).Distinct()];
    }
}
