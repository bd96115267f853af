using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>One reading: <c>{value, raw, confidence, source}</c>, with <c>derived</c> and <c>alternatives</c> where they say something.</summary>
internal static class ReadingJson
{
    /// <summary>A property; left out where there is no reading.</summary>
    public static void WriteReading<T>(this Utf8JsonWriter json, string name, Reading<T>? reading, Action<Utf8JsonWriter, T> writeValue)
    {
        if (reading is not null)
            json.WriteObject(name, part => WriteMembers(part, reading, writeValue));
    }

    /// <summary>A property whose value is a text; left out where there is no reading.</summary>
    public static void WriteReading(this Utf8JsonWriter json, string name, Reading<string>? reading) =>
        json.WriteReading(name, reading, (part, value) => part.WriteStringValue(value));

    /// <summary>A property whose value is a number with unit; left out where there is no reading.</summary>
    public static void WriteReading(this Utf8JsonWriter json, string name, Reading<Quantity>? reading) =>
        json.WriteReading(name, reading, WriteQuantity);

    /// <summary>The members of a reading.</summary>
    public static void WriteMembers<T>(Utf8JsonWriter json, Reading<T> reading, Action<Utf8JsonWriter, T> writeValue)
    {
        json.WritePropertyName("value");
        writeValue(json, reading.Value);
        json.OptionalString("raw", reading.Raw);
        json.WriteConfidence("confidence", reading.Confidence);
        json.WriteStrings("source", reading.Source);
        if (reading.Derived)
            json.WriteBoolean("derived", true);
        if (!reading.Alternatives.IsEmpty)
            json.WriteStrings("alternatives", reading.Alternatives);
    }

    /// <summary>A number with its unit, as a value.</summary>
    public static void WriteQuantity(Utf8JsonWriter json, Quantity quantity)
    {
        json.WriteStartObject();
        json.WriteExact("value", quantity.Value);
        json.WriteString("unit", quantity.Unit);
        json.WriteEndObject();
    }

    /// <summary>The members of a length of time.</summary>
    public static void WriteLength(Utf8JsonWriter json, TimeSpanAmount length)
    {
        json.WriteExact("value", length.Value);
        json.WriteString("unit", length.Unit.Code());
    }

    /// <summary>A number with its unit.</summary>
    public static Quantity ReadQuantity(JsonField field) =>
        new(field.Required("value").Decimal(), field.Optional("unit")?.Text() ?? "");

    /// <summary>A reading property; null where it is absent.</summary>
    public static Reading<T>? ReadOptional<T>(JsonField owner, string name, Func<JsonField, T> readValue) =>
        owner.Optional(name) is { } field ? Read(field, readValue) : null;

    /// <summary>A reading. Without a stated confidence it counts as fully doubtful.</summary>
    public static Reading<T> Read<T>(JsonField field, Func<JsonField, T> readValue) =>
        new(
            readValue(field.Required("value")), field.Optional("raw")?.Text(), field.Optional("confidence")?.Probability() ?? 0,
            field.Items("source", item => item.Text()))
        {
            Derived = field.Optional("derived")?.Flag() ?? false,
            Alternatives = field.Items("alternatives", item => item.Text()),
        };
}
