using System.Collections.Immutable;
using System.Text.Json;

namespace Vejja.Language.Enhancement;

/// <summary>What a model said of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Words">The words it points at, in the order given.</param>
/// <param name="Code">A code of a closed list; null for fields without.</param>
internal sealed record FieldAnswer(FieldKind Field, ImmutableArray<PageWord> Words, string? Code)
{
    /// <summary>Doses, for <see cref="FieldKind.Dose"/>.</summary>
    public ImmutableArray<(string When, ImmutableArray<PageWord> Words)> Doses { get; init; } = [];
}

/// <summary>Reads a model's answer against the schema. A grammar keeps our own model to it; a server may ignore it, so all is checked again.</summary>
internal static class AnswerReading
{
    private const int Longest = 8192;

    /// <summary>The answers of fields that are not null; null where the text is not of the schema.</summary>
    public static ImmutableArray<FieldAnswer>? Read(Question question, string text)
    {
        if (text.Length > Longest)
            return null;
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().Count() != question.Fields.Length)
                return null;
            var answers = ImmutableArray.CreateBuilder<FieldAnswer>();
            foreach (var field in question.Fields)
            {
                var value = root.GetProperty(field.ToString().ToLowerInvariant());
                if (value.ValueKind is not JsonValueKind.Null)
                    answers.Add(Read(question, field, value));
            }

            return answers.ToImmutable();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static FieldAnswer Read(Question question, FieldKind field, JsonElement value) => field switch
    {
        FieldKind.Form => Coded(question, field, value, AnswerSchema.Forms),
        FieldKind.Route => Coded(question, field, value, AnswerSchema.Routes),
        FieldKind.Meal => Coded(question, field, value, AnswerSchema.Meals),
        FieldKind.Quantity => new(field, Words(question, value.GetProperty("at")),
            value.GetProperty("unit") is { ValueKind: JsonValueKind.String } unit ? OneOf(unit, AnswerSchema.Units) : null),
        FieldKind.Dose => new(field, [], null)
        {
            Doses = [.. value.EnumerateArray().Select(dose => (OneOf(dose.GetProperty("when"), AnswerSchema.Times), Words(question, dose.GetProperty("at"))))],
        },
        _ => new(field, Words(question, value), null),
    };

    private static FieldAnswer Coded(Question question, FieldKind field, JsonElement value, ImmutableArray<string> codes) =>
        new(field, Words(question, value.GetProperty("at")), OneOf(value.GetProperty("code"), codes));

    private static string OneOf(JsonElement value, ImmutableArray<string> codes) =>
        value.GetString() is { } code && codes.Contains(code) ? code : throw new FormatException("code");

    private static ImmutableArray<PageWord> Words(Question question, JsonElement numbers)
    {
        var pointable = question.Pointable;
        var words = numbers.EnumerateArray().Select(number => number.GetInt32())
            .Select(number => pointable.Contains(number) ? question.Words[number] : throw new FormatException("number")).ToImmutableArray();
        return words.IsEmpty || words.Zip(words.Skip(1)).Any(pair => pair.Second.Number <= pair.First.Number) ? throw new FormatException("order") : words;
    }
}
