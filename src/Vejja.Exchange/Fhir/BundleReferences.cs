using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>The Bundle's own names for its resources: the same prescription always gives the same ones.</summary>
internal sealed class BundleReferences(Prescription prescription)
{
    private readonly string seed = string.Join('\0', prescription.File, string.Join('\n', prescription.Blocks.Select(block => block.RawText)));

    /// <summary>The patient; null where nothing of them is printed.</summary>
    public string? Patient => prescription.Fields is { PatientName: null, Age: null, Sex: null } ? null : Url("patient");

    /// <summary>The prescriber; null where not printed.</summary>
    public string? Practitioner => prescription.Fields.Prescriber is null ? null : Url("practitioner");

    /// <summary>The facility; null where not printed.</summary>
    public string? Organization => prescription.Fields.Facility is null ? null : Url("organization");

    /// <summary>A diagnosis.</summary>
    public string Condition(int index) => Url($"condition {index}");

    /// <summary>A medicine.</summary>
    public string Medication(string id) => Url("medication " + id);

    /// <summary>A request for a medicine.</summary>
    public string Request(string id) => Url("request " + id);

    /// <summary>The provenance of another resource.</summary>
    public string Provenance(string target) => Url("provenance " + target);

    /// <summary>Starts an entry with its resource; both are ended by <see cref="End"/>.</summary>
    public static void Begin(Utf8JsonWriter json, string url, string resourceType)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", url);
        json.WriteStartObject("resource");
        json.WriteString("resourceType", resourceType);
        json.WriteString("id", url["urn:uuid:".Length..]);
    }

    /// <summary>Ends an entry.</summary>
    public static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A reference; where there is nothing to refer to, the reason.</summary>
    public static void WriteReference(Utf8JsonWriter json, string name, string? url) => json.WriteObject(name, part =>
    {
        if (url is null)
            WriteAbsent(part);
        else
            part.WriteString("reference", url);
    });

    /// <summary>The member <c>extension</c> that says that a value is not known, since it is not printed.</summary>
    public static void WriteAbsent(Utf8JsonWriter json) => json.WriteObjects("extension", [Extensions.DataAbsentReason], (part, url) =>
    {
        part.WriteString("url", url);
        part.WriteString("valueCode", "unknown");
    });

    /// <summary>A name-based UUID (RFC 9562, version 8: SHA-256).</summary>
    private string Url(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\0{name}"))[..16];
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return "urn:uuid:" + new Guid(hash, bigEndian: true);
    }
}
