using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Reads FHIR R4 <c>Dosage</c> as this program writes it; coded concepts are read by their text.</summary>
internal static class DosageReading
{
    public static Dosage Read(JsonField field)
    {
        var timing = field.Optional("timing");
        var reason = field.Optional("asNeededCodeableConcept")?.Optional("text")?.Text();
        var doseAndRate = field.Items("doseAndRate", item => item);
        if (doseAndRate.Length > 1)
            throw field.Fault("doseAndRate: more than one dose for one instruction is not supported");
        return new Dosage
        {
            Sequence = field.Optional("sequence")?.Integer() ?? 1,
            Text = field.Optional("text")?.Text() ?? "",
            AdditionalInstruction = field.Items("additionalInstruction", Concept),
            Repeat = timing?.Optional("repeat") is { } repeat ? RepeatReading.Read(repeat) : null,
            Events = timing?.Items("event", day => day.Date()) ?? [],
            AsNeeded = field.Optional("asNeededCodeableConcept") is not null || (field.Optional("asNeededBoolean")?.Flag() ?? false),
            AsNeededReason = reason,
            Site = Concept(field, "site"),
            Route = ReadRoute(field.Optional("route")),
            Method = Concept(field, "method"),
            Dose = doseAndRate is [var dose] ? ReadDose(dose) : null,
            Rate = doseAndRate is [var rated] && rated.Optional("rateRatio") is { } rate ? ReadRate(rate) : null,
            MaxDosePerPeriod = ReadMaxima(field),
            MaxDosePerAdministration = field.Optional("maxDosePerAdministration") is { } most ? QuantityJson.Read(most) : null,
            Condition = Extension(field, Extensions.Condition) is [var condition, ..] ? condition.Required("valueString").Text() : null,
        };
    }

    /// <summary>The reading behind a Dosage; null where it has none.</summary>
    public static Reading<string>? ReadEvidence(JsonField field, string text)
    {
        if (Extension(field, Extensions.Reading) is not [var reading, ..])
            return null;
        var confidence = Extension(reading, "confidence") is [var part, ..]
            ? part.Required("valueDecimal").Probability()
            : throw reading.Fault("'confidence' is missing");
        return new Reading<string>(
            text, Extension(reading, "raw") is [var raw, ..] ? raw.Required("valueString").Text() : null, confidence,
            [.. Extension(reading, "source").Select(source => source.Required("valueString").Text())])
        {
            Derived = Extension(reading, "derived") is [var derived, ..] && derived.Required("valueBoolean").Flag(),
        };
    }

    /// <summary>The extensions of an element that have this name.</summary>
    public static ImmutableArray<JsonField> Extension(JsonField field, string url) =>
        [.. field.Items("extension", item => item).Where(item => item.Required("url").Text() == url)];

    private static string? Concept(JsonField field, string name) => field.Optional(name) is { } concept ? Concept(concept) : null;

    private static string Concept(JsonField concept) => concept.Required("text").Text();

    private static string? ReadRoute(JsonField? route)
    {
        if (route is not { } concept)
            return null;
        if (concept.Optional("text") is { } text)
            return text.Text();
        return concept.Items("coding", coding => coding)
            .Where(coding => coding.Optional("system")?.Text() == Routes.System)
            .Select(coding => Routes.Route(coding.Required("code").Text()))
            .FirstOrDefault(known => known is not null)
            ?? throw concept.Fault("is not a known route");
    }

    private static DoseAmount? ReadDose(JsonField dose)
    {
        if (dose.Optional("doseRange") is { } range)
            return new DoseAmount(QuantityJson.Read(range.Required("low")), QuantityJson.Read(range.Required("high")));
        return dose.Optional("doseQuantity") is { } quantity ? new DoseAmount(QuantityJson.Read(quantity)) : null;
    }

    private static DoseRate ReadRate(JsonField ratio)
    {
        var (amount, per) = QuantityJson.ReadRatio(ratio);
        return new DoseRate(amount, per);
    }

    private static ImmutableArray<MaxDose> ReadMaxima(JsonField field)
    {
        var maxima = ImmutableArray.CreateBuilder<MaxDose>();
        if (field.Optional("maxDosePerPeriod") is { } first)
            Add(first);
        foreach (var further in Extension(field, Extensions.FurtherMaximum))
            Add(further.Required("valueRatio"));
        return maxima.ToImmutable();

        void Add(JsonField ratio)
        {
            var (amount, per) = QuantityJson.ReadRatio(ratio);
            maxima.Add(new MaxDose(amount, per));
        }
    }
}
