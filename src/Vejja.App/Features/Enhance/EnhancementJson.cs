using System.Text;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Exchange.Contract;
using Vejja.Language.Enhancement;

namespace Vejja.App.Features.Enhance;

/// <summary>The contract <c>vejja/enhancement/1</c>: the prescription as the rules read it, and beside it what a reviewer should look at.</summary>
internal static class EnhancementJson
{
    /// <summary>One line of JSON.</summary>
    public static string Write(Prescription prescription, SheetEnhancement enhancement)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "vejja/enhancement/1");
            json.WritePropertyName("prescription");
            PrescriptionJson.WriteTo(json, prescription);
            json.WriteStartArray("suggestions");
            foreach (var suggestion in enhancement.Suggestions)
                Write(json, suggestion);
            json.WriteEndArray();
            json.WriteStartArray("rejections");
            foreach (var rejection in enhancement.Rejections)
            {
                json.WriteStartObject();
                json.WriteString("medication", rejection.Medication);
                json.WriteString("field", rejection.Field);
                json.WriteString("reason", rejection.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Strings(json, "warnings", enhancement.Warnings);
            Strings(json, "instructionLike", enhancement.InstructionLike);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteStartObject();
        json.WriteString("medication", suggestion.Medication);
        json.WriteString("field", suggestion.Field);
        json.WriteString("before", suggestion.Before);
        json.WriteString("after", suggestion.After);
        json.WriteString("why", suggestion.Why);
        Strings(json, "tokens", suggestion.Tokens);
        Strings(json, "source", suggestion.Source);
        json.WriteNumber("confidence", suggestion.Confidence);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
