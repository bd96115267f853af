using System.Text;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>The contract <c>vejja/prescription/1</c>: a <see cref="Prescription"/> as one line of JSON and back (docs/schema/prescription.json).</summary>
public static class PrescriptionJson
{
    /// <summary>One line of JSON.</summary>
    public static string Write(Prescription prescription) => JsonText.Write(json => WriteTo(json, prescription));

    /// <summary>One JSON object, as a value.</summary>
    public static void WriteTo(Utf8JsonWriter json, Prescription prescription)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(prescription);
        json.WriteStartObject();
        PrescriptionWriting.WriteMembers(json, prescription);
        json.WriteEndObject();
    }

    /// <summary>Reads one JSON object.</summary>
    /// <exception cref="ContractException">It is not JSON, or not this contract; the message names the place.</exception>
    public static Prescription Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads one JSON object in UTF-8.</summary>
    /// <exception cref="ContractException">It is not JSON, or not this contract; the message names the place.</exception>
    public static Prescription Read(ReadOnlyMemory<byte> utf8) => JsonField.Parse(utf8, PrescriptionReading.Read);
}
