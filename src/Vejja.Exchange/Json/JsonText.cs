using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vejja.Exchange.Json;

/// <summary>How the program writes JSON: one line, Khmer as Khmer, numbers as people mean them.</summary>
internal static class JsonText
{
    /// <summary>Confidences are probabilities; more digits than these say nothing.</summary>
    private const int ConfidenceDigits = 4;

    /// <summary>A hundredth of a pixel is finer than any ink.</summary>
    private const int PixelDigits = 2;

    // Control characters, quotes, backslashes and line separators are escaped; Khmer is not. A page that puts the text
    // into HTML encodes it there.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON text without line breaks.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The lower-case names of an enumeration, in its order.</summary>
    public static ImmutableArray<string> LowerCaseCodes<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    /// <summary>The names of an enumeration in lower case with hyphens, in its order: <c>not-approved</c>.</summary>
    public static ImmutableArray<string> HyphenatedCodes<T>()
        where T : struct, Enum =>
        [.. Enum.GetNames<T>().Select(name => string.Concat(name.Select((letter, index) =>
            (index > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter))))];

    /// <summary>A text, left out where it is null.</summary>
    public static void OptionalString(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    /// <summary>A day, ISO 8601, left out where it is null.</summary>
    public static void OptionalDate(this Utf8JsonWriter json, string name, DateOnly? value) =>
        json.OptionalString(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A number, left out where it is null.</summary>
    public static void OptionalNumber(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
    }

    /// <summary>A number, left out where it is null.</summary>
    public static void OptionalNumber(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteExact(name, number);
    }

    /// <summary>
    /// An exact number without exponent. Trailing zeros are dropped: 1.0 in a dose is misread as 10.
    /// </summary>
    public static void WriteExact(this Utf8JsonWriter json, string name, decimal value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToString("0.############################", CultureInfo.InvariantCulture), skipInputValidation: true);
    }

    /// <summary>A probability, rounded.</summary>
    public static void WriteConfidence(this Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, Math.Round(value, ConfidenceDigits));

    /// <summary>A length or position in pixels, rounded.</summary>
    public static double Pixels(double value) => Math.Round(value, PixelDigits);

    /// <summary>A list of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, ImmutableArray<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStartObject();
            write(json, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>An object property.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(name);
        write(json);
        json.WriteEndObject();
    }
}
