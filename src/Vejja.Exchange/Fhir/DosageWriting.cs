using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Writes the members of FHIR R4 <c>Dosage</c> in the order of its definition.</summary>
internal static class DosageWriting
{
    public static void WriteMembers(Utf8JsonWriter json, Dosage dosage, Reading<string>? evidence)
    {
        WriteExtensions(json, dosage, evidence);
        json.WriteNumber("sequence", dosage.Sequence);
        json.WriteString("text", dosage.Text);
        if (!dosage.AdditionalInstruction.IsEmpty)
            json.WriteObjects("additionalInstruction", dosage.AdditionalInstruction, (part, words) => part.WriteString("text", words));
        WriteTiming(json, dosage);
        if (dosage.AsNeededReason is { } reason)
            WriteConcept(json, "asNeededCodeableConcept", reason);
        else if (dosage.AsNeeded)
            json.WriteBoolean("asNeededBoolean", true);
        WriteConcept(json, "site", dosage.Site);
        WriteRoute(json, dosage.Route);
        WriteConcept(json, "method", dosage.Method);
        WriteDoseAndRate(json, dosage);
        if (dosage.MaxDosePerPeriod is [var first, ..])
            json.WriteObject("maxDosePerPeriod", part => QuantityJson.WriteRatio(part, first.Amount, first.Per));
        if (dosage.MaxDosePerAdministration is { } most)
            json.WriteObject("maxDosePerAdministration", part => QuantityJson.Write(part, most));
    }

    /// <summary>The parts of the reading extension.</summary>
    public static void WriteReading<T>(Utf8JsonWriter json, Reading<T> reading)
    {
        json.WriteStartArray("extension");
        WritePart("confidence", part => part.WriteConfidence("valueDecimal", reading.Confidence));
        foreach (var source in reading.Source)
            WritePart("source", part => part.WriteString("valueString", source));
        if (reading.Raw is { Length: > 0 } raw)
            WritePart("raw", part => part.WriteString("valueString", raw));
        if (reading.Derived)
            WritePart("derived", part => part.WriteBoolean("valueBoolean", true));
        json.WriteEndArray();
        json.WriteString("url", Extensions.Reading);

        void WritePart(string url, Action<Utf8JsonWriter> value)
        {
            json.WriteStartObject();
            json.WriteString("url", url);
            value(json);
            json.WriteEndObject();
        }
    }

    private static void WriteExtensions(Utf8JsonWriter json, Dosage dosage, Reading<string>? evidence)
    {
        if (evidence is null && dosage.MaxDosePerPeriod.Length < 2 && dosage.Condition is null)
            return;
        json.WriteStartArray("extension");
        if (evidence is not null)
        {
            json.WriteStartObject();
            WriteReading(json, evidence);
            json.WriteEndObject();
        }

        foreach (var further in dosage.MaxDosePerPeriod.Skip(1))
        {
            json.WriteStartObject();
            json.WriteString("url", Extensions.FurtherMaximum);
            json.WriteObject("valueRatio", part => QuantityJson.WriteRatio(part, further.Amount, further.Per));
            json.WriteEndObject();
        }

        if (dosage.Condition is { } condition)
        {
            json.WriteStartObject();
            json.WriteString("url", Extensions.Condition);
            json.WriteString("valueString", condition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTiming(Utf8JsonWriter json, Dosage dosage)
    {
        if (dosage.Repeat is null && dosage.Events.IsEmpty)
            return;
        json.WriteStartObject("timing");
        if (!dosage.Events.IsEmpty)
        {
            json.WriteStartArray("event");
            foreach (var day in dosage.Events)
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        if (dosage.Repeat is { } repeat)
            json.WriteObject("repeat", part => RepeatWriting.WriteMembers(part, repeat));
        json.WriteEndObject();
    }

    private static void WriteRoute(Utf8JsonWriter json, string? route)
    {
        if (route is null)
            return;
        json.WriteStartObject("route");
        if (Routes.Code(route) is { } code)
        {
            json.WriteObjects("coding", [code], (part, snomed) =>
            {
                part.WriteString("system", Routes.System);
                part.WriteString("code", snomed);
            });
        }

        json.WriteString("text", route);
        json.WriteEndObject();
    }

    private static void WriteDoseAndRate(Utf8JsonWriter json, Dosage dosage)
    {
        if (dosage.Dose is null && dosage.Rate is null)
            return;
        json.WriteObjects("doseAndRate", [dosage], (part, owner) =>
        {
            if (owner.Dose is { High: { } high, Low: { } low })
                part.WriteObject("doseRange", range => QuantityJson.WriteRange(range, low, high));
            else if (owner.Dose is { Low: { } amount })
                part.WriteObject("doseQuantity", quantity => QuantityJson.Write(quantity, amount));
            if (owner.Rate is { } rate)
                part.WriteObject("rateRatio", ratio => QuantityJson.WriteRatio(ratio, rate.Amount, rate.Per));
        });
    }

    private static void WriteConcept(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteObject(name, part => part.WriteString("text", text));
    }
}
