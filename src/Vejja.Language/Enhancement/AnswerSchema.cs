using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vejja.Language.Enhancement;

/// <summary>The JSON Schema of an answer: word numbers and codes of closed lists, no free text at all.</summary>
internal static class AnswerSchema
{
    /// <summary>Dose forms that may be named.</summary>
    public static readonly ImmutableArray<string> Forms = ["tablet", "capsule", "ampoule", "sachet", "suppository"];

    /// <summary>Units of counting that may be named.</summary>
    public static readonly ImmutableArray<string> Units =
        ["tablet", "capsule", "ampoule", "bottle", "blister", "box", "sachet", "spoon", "teaspoon", "mL", "mg", "tube", "drop", "vial", "suppository", "puff"];

    /// <summary>Routes that may be named.</summary>
    public static readonly ImmutableArray<string> Routes =
        ["oral", "intravenous", "intramuscular", "subcutaneous", "sublingual", "rectal", "vaginal", "inhalation", "nasal", "topical", "spray", "injection"];

    /// <summary>Times of day.</summary>
    public static readonly ImmutableArray<string> Times = ["MORN", "NOON", "AFT", "EVE", "NIGHT", "HS"];

    /// <summary>Relations to meals and to sleep.</summary>
    public static readonly ImmutableArray<string> Meals = ["AC", "PC", "C", "HS"];

    /// <summary>The schema for one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="numbers">The words that may be pointed at.</param>
    public static JsonElement Of(Question question, ImmutableArray<int> numbers)
    {
        var properties = new JsonObject();
        foreach (var field in question.Fields)
            properties[field.ToString().ToLowerInvariant()] = OrNull(Property(field, numbers));
        return JsonSerializer.SerializeToElement(Object(properties), SchemaJson.Default.JsonObject);
    }

    private static JsonObject Property(FieldKind field, ImmutableArray<int> numbers) => field switch
    {
        FieldKind.Form => Coded(Forms, numbers),
        FieldKind.Route => Coded(Routes, numbers),
        FieldKind.Meal => Coded(Meals, numbers),
        FieldKind.Quantity => Object(new() { ["at"] = Numbers(numbers, 6), ["unit"] = OrNull(OneOf(Units)) }),
        FieldKind.Dose => new()
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["maxItems"] = 6,
            ["items"] = Object(new() { ["when"] = OneOf(Times), ["at"] = Numbers(numbers, 3) }),
        },
        _ => Numbers(numbers, 12),
    };

    private static JsonObject Coded(ImmutableArray<string> codes, ImmutableArray<int> numbers) =>
        Object(new() { ["code"] = OneOf(codes), ["at"] = Numbers(numbers, 6) });

    private static JsonObject Object(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. properties.Select(property => (JsonNode)property.Key)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Numbers(ImmutableArray<int> numbers, int most) => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["maxItems"] = most,
        ["items"] = new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) },
    };

    private static JsonObject OneOf(ImmutableArray<string> codes) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. codes.Select(code => (JsonNode)code)]) };

    private static JsonObject OrNull(JsonObject schema) => new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
}

/// <summary>Serialises schemas.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class SchemaJson : System.Text.Json.Serialization.JsonSerializerContext;
