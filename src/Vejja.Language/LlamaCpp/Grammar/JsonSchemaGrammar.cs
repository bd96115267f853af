using System.Globalization;
using System.Text;
using System.Text.Json;
using Vejja.Language.Generation;

namespace Vejja.Language.LlamaCpp.Grammar;

/// <summary>
/// JSON Schema to GBNF, for the part that our own schemas use: objects whose properties are all required and come in the schema's order,
/// arrays with bounds, <c>enum</c>, <c>const</c>, <c>anyOf</c>, the plain types and lists of types. Anything else is refused, not guessed.
/// </summary>
public static class JsonSchemaGrammar
{
    private const int Deepest = 32;

    private static readonly (string Name, string Body)[] Primitives =
    [
        ("gap", "\" \"?"),
        ("boolean", "\"true\" | \"false\""),
        ("null", "\"null\""),
        ("integer", "\"-\"? (\"0\" | [1-9] [0-9]{0,14})"),
        ("number", "integer (\".\" [0-9]{1,15})?"),
        ("letter", "[^\"\\\\\\x00-\\x1F\\x7F] | \"\\\\\" ([\"\\\\/bfnrt] | \"u\" [0-9a-fA-F]{4})"),
        ("string", "\"\\\"\" letter{0,512} \"\\\"\""),
    ];

    /// <summary>The grammar; its start symbol is <c>root</c>.</summary>
    /// <exception cref="LanguageModelException">The schema says something that this does not cover.</exception>
    public static string Write(JsonElement schema)
    {
        var root = Rule(schema, 0);
        var text = new StringBuilder("root ::= gap ").Append(root).Append('\n');
        foreach (var (name, body) in Primitives)
            text.Append(name).Append(" ::= ").Append(body).Append('\n');
        return text.ToString();
    }

    private static string Rule(JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || depth > Deepest)
            throw Refused("a schema that is no object, or is too deep");
        if (schema.TryGetProperty("enum", out var options))
            return Choice(options.EnumerateArray().Select(Literal));
        if (schema.TryGetProperty("const", out var only))
            return Literal(only);
        if (schema.TryGetProperty("anyOf", out var any) || schema.TryGetProperty("oneOf", out any))
            return Choice(any.EnumerateArray().Select(each => Rule(each, depth + 1)));
        return schema.TryGetProperty("type", out var type) ? OfTypes(schema, type, depth) : throw Refused("a schema without a type");
    }

    private static string OfTypes(JsonElement schema, JsonElement type, int depth) => type.ValueKind == JsonValueKind.Array
        ? Choice(type.EnumerateArray().Select(each => OfType(schema, each.GetString(), depth)))
        : OfType(schema, type.GetString(), depth);

    private static string OfType(JsonElement schema, string? type, int depth) => type switch
    {
        "object" => Members(schema, depth),
        "array" => Items(schema, depth),
        "string" => Text(schema),
        "integer" or "number" or "boolean" or "null" => type,
        _ => throw Refused($"the type {type}"),
    };

    private static string Members(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("properties", out var properties))
            throw Refused("an object without properties");
        var parts = properties.EnumerateObject().Select(property =>
            $"{Quoted(JsonSerializer.Serialize(property.Name, GrammarJson.Default.String) + ":")} gap {Rule(property.Value, depth + 1)}");
        return $"(\"{{\" gap {string.Join(" gap \",\" gap ", parts)} gap \"}}\")";
    }

    private static string Items(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("items", out var items))
            throw Refused("an array without items");
        var item = Rule(items, depth + 1);
        var least = schema.TryGetProperty("minItems", out var low) ? low.GetInt32() : 0;
        var most = schema.TryGetProperty("maxItems", out var high) ? high.GetInt32() : 64;
        if (least < 0 || most < least || most > 512)
            throw Refused("an array with such bounds");
        if (most == 0)
            return "\"[]\"";
        var list = string.Create(CultureInfo.InvariantCulture, $"{item} (gap \",\" gap {item}){{{Math.Max(0, least - 1)},{most - 1}}}");
        return least == 0 ? $"(\"[\" gap ({list} gap)? \"]\")" : $"(\"[\" gap {list} gap \"]\")";
    }

    private static string Text(JsonElement schema) => schema.TryGetProperty("maxLength", out var most)
        ? string.Create(CultureInfo.InvariantCulture, $"(\"\\\"\" letter{{0,{most.GetInt32()}}} \"\\\"\")")
        : "string";

    private static string Choice(IEnumerable<string> options) => $"({string.Join(" | ", options)})";

    private static string Literal(JsonElement value) => Quoted(JsonSerializer.Serialize(value, GrammarJson.Default.JsonElement));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var sign in text)
            quoted.Append(sign switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", _ => sign.ToString() });
        return quoted.Append('"').ToString();
    }

    private static LanguageModelException Refused(string what) => new(LanguageModelFault.Request, $"The JSON schema holds {what}, which has no grammar.");
}

/// <summary>Writes literals of a schema.</summary>
[System.Text.Json.Serialization.JsonSerializable(typeof(JsonElement))]
[System.Text.Json.Serialization.JsonSerializable(typeof(string))]
internal sealed partial class GrammarJson : System.Text.Json.Serialization.JsonSerializerContext;
