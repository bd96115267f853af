using System.Text;
using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Our <see cref="Dosage"/> as a FHIR R4 <c>Dosage</c> object and back, without loss.</summary>
public static class DosageJson
{
    /// <summary>One Dosage object as a text of one line.</summary>
    public static string Write(Dosage dosage) => JsonText.Write(json => WriteTo(json, dosage));

    /// <summary>One Dosage object, as a value.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="dosage">What.</param>
    /// <param name="evidence">The reading that it rests on; goes into an extension. Null for typed text.</param>
    public static void WriteTo(Utf8JsonWriter json, Dosage dosage, Reading<string>? evidence = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(dosage);
        json.WriteStartObject();
        DosageWriting.WriteMembers(json, dosage, evidence);
        json.WriteEndObject();
    }

    /// <summary>Reads one Dosage object.</summary>
    /// <exception cref="ContractException">It is not one.</exception>
    public static Dosage Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonField.Parse(Encoding.UTF8.GetBytes(json), DosageReading.Read);
    }
}
