using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vejja.App.Web;

namespace Vejja.App.Features.Documents;

/// <summary>Puts a person's value into the contract's JSON.</summary>
internal static class CorrectedJson
{
    private static readonly HashSet<string> MedicationReadings = ["name", "strength", "form", "route", "quantity", "duration"];
    private static readonly HashSet<string> FieldReadings = ["patientName", "age", "sex", "date", "prescriber", "facility", "nextVisit"];

    /// <summary>Replaces one field. A person's value has confidence 1, keeps the page's words and its ink, and settles the field's flags.</summary>
    /// <param name="document">Changed in place.</param>
    /// <param name="pointer"><c>/fields/NAME</c>, <c>/medications/INDEX/NAME</c>, or <c>/medications/INDEX</c> with null to remove a medicine that is none,
    /// or <c>/medications/-</c> with a name to add one that was missed.</param>
    /// <param name="value">The value, or null to say that the page has none.</param>
    /// <returns>The field before; null where there was none.</returns>
    /// <exception cref="RequestRefusedException">The pointer names no field that can be corrected.</exception>
    public static JsonNode? Replace(JsonNode document, string pointer, JsonNode? value) => pointer.Split('/') switch
    {
        ["", "fields", var name] when FieldReadings.Contains(name) && document["fields"] is JsonObject fields => ReplaceReading(fields, name, value),
        ["", "medications", "-"] when value?.GetValueKind() == JsonValueKind.String => AddMedication(document, value),
        ["", "medications", var index] when value is null => RemoveMedication(document, index),
        ["", "medications", var index, var name] when MedicationReadings.Contains(name) => ReplaceIn(MedicationAt(document, index), name, value),
        ["", "medications", var index, "dosageInstruction"] when value is JsonArray => ReplaceDosage(MedicationAt(document, index), value),
        _ => throw NoSuchField(),
    };

    private static RequestRefusedException NoSuchField() =>
        new(StatusCodes.Status400BadRequest, "no-such-field", "The field is /fields/NAME, /medications/INDEX/NAME, /medications/INDEX/dosageInstruction, /medications/INDEX or /medications/-.");

    private static JsonObject MedicationAt(JsonNode document, string index) =>
        document["medications"] is JsonArray medications && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < medications.Count
            ? medications[at]!.AsObject()
            : throw NoSuchField();

    private static JsonObject RemoveMedication(JsonNode document, string index)
    {
        var medication = MedicationAt(document, index);
        document["medications"]!.AsArray().Remove(medication);
        return medication;
    }

    private static JsonNode? AddMedication(JsonNode document, JsonNode name)
    {
        if (document["medications"] is not JsonArray medications)
            document["medications"] = medications = [];
        var used = medications.Select(one => (string?)one?["id"]).ToHashSet();
        var id = Enumerable.Range(1, int.MaxValue).Select(number => string.Create(CultureInfo.InvariantCulture, $"m{number}")).First(one => !used.Contains(one));
        medications.Add(new JsonObject
        {
            ["id"] = id,
            ["name"] = new JsonObject { ["value"] = name.DeepClone(), ["confidence"] = 1, ["source"] = new JsonArray() },
            ["dosageInstruction"] = new JsonArray(),
            ["flags"] = new JsonArray(),
            ["confidence"] = 1,
            ["requiresReview"] = false,
        });
        return null;
    }

    private static JsonObject? ReplaceIn(JsonObject medication, string name, JsonNode? value)
    {
        Settle(medication, name);
        return ReplaceReading(medication, name, value);
    }

    private static JsonObject? ReplaceReading(JsonObject parent, string name, JsonNode? value)
    {
        var before = parent[name] as JsonObject;
        parent.Remove(name);
        if (value is null)
            return before;
        var reading = new JsonObject { ["value"] = value.DeepClone() };
        if (before?["raw"] is { } raw)
            reading["raw"] = raw.DeepClone();
        reading["confidence"] = 1;
        reading["source"] = before?["source"]?.DeepClone() ?? new JsonArray();
        parent[name] = reading;
        return before;
    }

    private static JsonNode? ReplaceDosage(JsonObject medication, JsonNode value)
    {
        foreach (var field in (ReadOnlySpan<string>)["dosageInstruction", "dose", "frequency", "when", "maximum"])
            Settle(medication, field);
        if (medication["dosageEvidence"] is JsonObject evidence)
            evidence["confidence"] = 1;
        var before = medication["dosageInstruction"];
        medication["dosageInstruction"] = value.DeepClone();
        return before;
    }

    private static void Settle(JsonObject medication, string field)
    {
        if (medication["flags"] is not JsonArray flags)
            return;
        foreach (var flag in flags.Where(flag => (string?)flag?["field"] == field).ToList())
            flags.Remove(flag);
    }
}
