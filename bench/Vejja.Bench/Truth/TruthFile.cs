using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Contract;

namespace Vejja.Bench.Truth;

/// <summary>Truth on disk: one JSON object whose <c>prescription</c> is the contract.</summary>
internal static class TruthFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new PolygonConverter() },
    };

    /// <summary>Writes a truth beside its picture.</summary>
    public static void Write(string path, TruthDocument truth)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = Options.Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("schema", TruthDocument.SchemaName);
            Member(json, "family", truth.Family);
            Member(json, "seed", truth.Seed);
            Member(json, "split", truth.Split);
            Member(json, "level", truth.Level);
            Member(json, "typefaces", truth.Typefaces);
            json.WritePropertyName("prescription");
            PrescriptionJson.WriteTo(json, truth.Prescription);
            Member(json, "roles", truth.Roles);
            Member(json, "medications", truth.Medications);
            Member(json, "ignored", truth.Ignored);
            Member(json, "words", truth.Words);
            json.WriteEndObject();
        }

        File.WriteAllBytes(path, [.. stream.ToArray(), (byte)'\n']);
    }

    /// <summary>Reads a truth.</summary>
    public static TruthDocument Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        T Of<T>(string name) => json.RootElement.GetProperty(name).Deserialize<T>(Options)!;
        return new TruthDocument
        {
            Family = Of<string>("family"),
            Seed = Of<ulong>("seed"),
            Split = Of<Split>("split"),
            Level = Of<string>("level"),
            Typefaces = Of<ImmutableArray<string>>("typefaces"),
            Prescription = PrescriptionJson.Read(Encoding.UTF8.GetBytes(json.RootElement.GetProperty("prescription").GetRawText())),
            Roles = Of<ImmutableSortedDictionary<string, ImmutableArray<string>>>("roles"),
            Medications = Of<ImmutableSortedDictionary<string, TruthMedication>>("medications"),
            Ignored = Of<ImmutableArray<IgnoredInk>>("ignored"),
            Words = Of<ImmutableArray<TruthWord>>("words"),
        };
    }

    private static void Member<T>(Utf8JsonWriter json, string name, T value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Options);
    }

    /// <summary>A polygon as <c>[[x,y],…]</c>, a tenth of a pixel.</summary>
    private sealed class PolygonConverter : JsonConverter<Polygon>
    {
        public override Polygon Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new([.. JsonSerializer.Deserialize<double[][]>(ref reader, options)!.Select(point => new PagePoint(point[0], point[1]))]);

        public override void Write(Utf8JsonWriter writer, Polygon value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Points.Select(point => new[] { Math.Round(point.X, 1), Math.Round(point.Y, 1) }), options);
    }
}
