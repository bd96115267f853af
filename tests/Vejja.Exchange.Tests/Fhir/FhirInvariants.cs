using System.Globalization;
using System.Text.Json.Nodes;

namespace Vejja.Exchange.Tests.Fhir;

/// <summary>Invariants of the FHIR R4 definitions that concern dosing, over any JSON: those that fail, with their place.</summary>
internal static class FhirInvariants
{
    public static IEnumerable<string> Failures(JsonNode? node)
    {
        if (node is JsonArray array)
            return array.SelectMany(Failures);
        if (node is not JsonObject element)
            return [];
        return Own(element).Select(invariant => $"{invariant} at {element.GetPath()}").Concat(element.SelectMany(member => Failures(member.Value)));
    }

    private static IEnumerable<string> Own(JsonObject element)
    {
        if (element.Any(member => member.Value is JsonArray { Count: 0 } or JsonObject { Count: 0 } or null || (member.Value is JsonValue value && value.ToJsonString() == "\"\"")))
            yield return "empty member";
        if (element["repeat"] is JsonObject repeat)
        {
            foreach (var failure in Timing(repeat))
                yield return failure;
        }

        if (Has(element, "asNeededBoolean") && Has(element, "asNeededCodeableConcept"))
            yield return "choice: asNeeded[x]";
        if (element.Count(member => member.Key.StartsWith("bounds", StringComparison.Ordinal)) > 1)
            yield return "choice: bounds[x]";
        if (Has(element, "code") && !Has(element, "system") && Has(element, "value"))
            yield return "qty-3";
        if (Has(element, "numerator") != Has(element, "denominator"))
            yield return "rat-1";
        if (element["low"]?["value"] is { } low && element["high"]?["value"] is { } high && (decimal)low > (decimal)high)
            yield return "rng-2";
        if (Has(element, "start") && Has(element, "end") && string.CompareOrdinal((string?)element["start"], (string?)element["end"]) > 0)
            yield return "per-1";
        if (Has(element, "extension") && element["extension"]!.AsArray().Any(extension =>
            extension!.AsObject().Any(member => member.Key.StartsWith("value", StringComparison.Ordinal)) == Has(extension.AsObject(), "extension")))
            yield return "ext-1";
    }

    private static IEnumerable<string> Timing(JsonObject repeat)
    {
        string[] withMeals = ["C", "CM", "CD", "CV"];
        var when = repeat["when"]?.AsArray().Select(code => (string)code!).ToArray() ?? [];
        if (Has(repeat, "duration") && !Has(repeat, "durationUnit"))
            yield return "tim-1";
        if (Has(repeat, "period") && !Has(repeat, "periodUnit"))
            yield return "tim-2";
        if (Number(repeat, "duration") < 0)
            yield return "tim-4";
        if (Number(repeat, "period") < 0)
            yield return "tim-5";
        if (Has(repeat, "periodMax") && !Has(repeat, "period"))
            yield return "tim-6";
        if (Has(repeat, "durationMax") && !Has(repeat, "duration"))
            yield return "tim-7";
        if (Has(repeat, "countMax") && !Has(repeat, "count"))
            yield return "tim-8";
        if (Has(repeat, "offset") && (when.Length == 0 || when.Any(withMeals.Contains)))
            yield return "tim-9";
        if (Has(repeat, "timeOfDay") && when.Length > 0)
            yield return "tim-10";
        if (Number(repeat, "frequencyMax") < Number(repeat, "frequency") || Number(repeat, "periodMax") < Number(repeat, "period"))
            yield return "a maximum below its minimum";
    }

    private static bool Has(JsonObject element, string name) => element[name] is not null;

    private static decimal? Number(JsonObject element, string name) =>
        element[name] is { } number ? decimal.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) : null;
}
