using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Exchange.Fhir;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>The line that <c>vejja sig</c> prints for each sig (docs/schema/sig.json).</summary>
public static class SigJson
{
    /// <summary>One line of JSON.</summary>
    public static string Write(Sig sig) => JsonText.Write(json => WriteTo(json, sig));

    /// <summary>One JSON object, as a value.</summary>
    public static void WriteTo(Utf8JsonWriter json, Sig sig)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(sig);
        json.WriteStartObject();
        json.WriteString("text", sig.Text);
        json.WriteObjects("dosageInstruction", sig.DosageInstruction, (part, dosage) => DosageWriting.WriteMembers(part, dosage, evidence: null));
        json.WriteConfidence("confidence", sig.Confidence);
        json.WritePropertyName("quantity");
        if (sig.Quantity is { } quantity)
            ReadingJson.WriteQuantity(json, quantity);
        else
            json.WriteNullValue();
        json.WritePropertyName("refills");
        if (sig.Refills is { } refills)
            json.WriteNumberValue(refills);
        else
            json.WriteNullValue();
        if (sig.Duration is { } duration)
            json.WriteObject("duration", part => ReadingJson.WriteLength(part, duration));
        json.WriteObjects("flags", sig.Flags, FlagJson.WriteMembers);
        json.WriteString("residue", sig.Residue);
        json.WriteEndObject();
    }
}
