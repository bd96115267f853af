using System.Text.Json;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Fhir;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>One medicine with its Dosages; the reading behind them stands in <c>dosageEvidence</c> and in each Dosage's extension.</summary>
internal static class MedicationJson
{
    public static void WriteMembers(Utf8JsonWriter json, Medication medication)
    {
        json.WriteString("id", medication.Id);
        json.WriteReading("name", medication.Name);
        json.WriteReading("strength", medication.Strength);
        json.WriteReading("form", medication.Form);
        json.WriteReading("route", medication.Route);
        json.WriteReading("quantity", medication.Quantity);
        json.WriteObjects("dosageInstruction", medication.DosageInstruction,
            (part, dosage) => DosageWriting.WriteMembers(part, dosage, medication.DosageEvidence));
        json.WriteReading("dosageEvidence", medication.DosageEvidence);
        json.WriteReading("duration", medication.Duration);
        json.WriteObjects("flags", medication.Flags, FlagJson.WriteMembers);
        json.WriteConfidence("confidence", medication.Confidence);
        json.WriteBoolean("requiresReview", medication.RequiresReview);
    }

    public static Medication Read(JsonField field) => new()
    {
        Id = field.Required("id").Text(),
        Name = Text(field, "name"),
        Strength = Text(field, "strength"),
        Form = Text(field, "form"),
        Route = Text(field, "route"),
        Quantity = ReadingJson.ReadOptional(field, "quantity", ReadingJson.ReadQuantity),
        DosageInstruction = field.Items("dosageInstruction", DosageReading.Read),
        DosageEvidence = Text(field, "dosageEvidence") ?? EvidenceOfFirst(field),
        Duration = ReadingJson.ReadOptional(field, "duration", ReadingJson.ReadQuantity),
        Flags = field.Items("flags", FlagJson.Read),
        Confidence = field.Optional("confidence")?.Probability() ?? 0,
        RequiresReview = field.Optional("requiresReview")?.Flag() ?? true,
    };

    private static Reading<string>? Text(JsonField field, string name) =>
        ReadingJson.ReadOptional(field, name, value => value.Text());

    private static Reading<string>? EvidenceOfFirst(JsonField field) =>
        field.Items("dosageInstruction", item => item) is [var first, ..]
            ? DosageReading.ReadEvidence(first, first.Optional("text")?.Text() ?? "")
            : null;
}
