using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Vejja.Exchange.Json;

/// <summary>A value inside a JSON text, together with its place, so that every fault names where it lies.</summary>
internal readonly record struct JsonField(JsonElement Element, string Path)
{
    /// <summary>Hostile text nests without end; our own needs 12 levels.</summary>
    public const int MaximumDepth = 48;

    /// <summary>No sheet has as many lines, cells or medicines.</summary>
    private const int MaximumArrayLength = 200_000;

    /// <summary>Parses a whole text; names that occur twice in one object are refused, since two readers would see two texts.</summary>
    public static T Parse<T>(ReadOnlyMemory<byte> utf8, Func<JsonField, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(
                utf8, new JsonDocumentOptions { MaxDepth = MaximumDepth, AllowDuplicateProperties = false });
            return read(new JsonField(document.RootElement, ""));
        }
        catch (JsonException fault)
        {
            throw new ContractException("", fault.LineNumber is { } line && fault.BytePositionInLine is { } position
                ? string.Create(CultureInfo.InvariantCulture, $"not valid JSON (line {line + 1}, byte {position + 1})")
                : "not valid JSON (a name stands twice in one object)");
        }
    }

    /// <summary>The property, or null where it is absent or JSON null.</summary>
    public JsonField? Optional(string name)
    {
        Expect(JsonValueKind.Object, "an object");
        return Element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonField(value, Path.Length == 0 ? name : $"{Path}.{name}")
            : null;
    }

    /// <summary>The property; a fault where it is absent.</summary>
    public JsonField Required(string name) => Optional(name) ?? throw Fault($"'{name}' is missing");

    /// <summary>The items of an array property; none where it is absent.</summary>
    public ImmutableArray<T> Items<T>(string name, Func<JsonField, T> read) => Optional(name)?.Items(read) ?? [];

    /// <summary>The items of this array.</summary>
    public ImmutableArray<T> Items<T>(Func<JsonField, T> read)
    {
        Expect(JsonValueKind.Array, "an array");
        if (Element.GetArrayLength() > MaximumArrayLength)
            throw Fault("too many items");
        var items = ImmutableArray.CreateBuilder<T>(Element.GetArrayLength());
        foreach (var item in Element.EnumerateArray())
            items.Add(read(new JsonField(item, string.Create(CultureInfo.InvariantCulture, $"{Path}[{items.Count}]"))));
        return items.MoveToImmutable();
    }

    /// <summary>A text. Lone surrogates are refused: they are no text.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "a text");
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault("holds a broken character");
        }
    }

    /// <summary>A truth value.</summary>
    public bool Flag() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? Element.GetBoolean()
        : throw Fault("must be true or false");

    /// <summary>A whole number of 32 bits.</summary>
    public int Integer() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var value)
        ? value
        : throw Fault("must be a whole number in range");

    /// <summary>An exact number.</summary>
    public decimal Decimal() => Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var value)
        ? value
        : throw Fault("must be a number in range");

    /// <summary>A finite measure.</summary>
    public double Number() => Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var value) && double.IsFinite(value)
        ? value
        : throw Fault("must be a number in range");

    /// <summary>A probability.</summary>
    public double Probability() => Number() is >= 0 and <= 1 and var value ? value : throw Fault("must be between 0 and 1");

    /// <summary>A calendar day, ISO 8601.</summary>
    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Fault("must be a date such as 2026-11-21");

    /// <summary>A time of day: hours and minutes, seconds allowed.</summary>
    public TimeOnly Time() =>
        TimeOnly.TryParseExact(Text(), ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Fault("must be a time such as 08:00");

    /// <summary>One of a list of codes; the position in the list is the value.</summary>
    public T Code<T>(ImmutableArray<string> codes)
        where T : struct, Enum
    {
        var index = codes.IndexOf(Text());
        return index >= 0 ? (T)Enum.ToObject(typeof(T), index) : throw Fault("is not a known code");
    }

    /// <summary>A fault at this place.</summary>
    public ContractException Fault(string fault) => new(Path, fault);

    private void Expect(JsonValueKind kind, string name)
    {
        if (Element.ValueKind != kind)
            throw Fault($"must be {name}");
    }
}
