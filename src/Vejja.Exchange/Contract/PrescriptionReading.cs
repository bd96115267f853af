using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>Reads the contract. Unknown members are ignored, so that a later version may add some; a wrong kind of value is a fault.</summary>
internal static class PrescriptionReading
{
    private static readonly ImmutableArray<string> Events = [.. Enum.GetNames<EventTiming>()];

    public static Prescription Read(JsonField field)
    {
        var schema = field.Required("schema");
        if (schema.Text() != Prescription.SchemaName)
            throw schema.Fault($"must be '{Prescription.SchemaName}'");
        var medications = field.Items("medications", MedicationJson.Read);
        if (medications.DistinctBy(medication => medication.Id).Count() != medications.Length)
            throw new ContractException("medications", "two medicines have one id");
        return new Prescription
        {
            File = field.Optional("file")?.Text() ?? "",
            Pages = field.Items("pages", PageJson.ReadPage),
            Language = field.Items("language", item => item.Text()),
            Blocks = field.Items("blocks", PageJson.ReadBlock),
            Tables = field.Items("tables", PageJson.ReadTable),
            Fields = field.Optional("fields") is { } fields ? FieldsJson.Read(fields) : new PrescriptionFields(),
            Medications = medications,
            SlotHours = field.Items("slotHours", ReadSlotHours),
            Confidence = field.Optional("confidence")?.Probability() ?? 0,
            RequiresReview = field.Optional("requiresReview")?.Flag() ?? true,
            Warnings = field.Items("warnings", item => item.Text()),
        };
    }

    private static SlotHours ReadSlotHours(JsonField field)
    {
        var when = field.Required("when").Code<EventTiming>(Events);
        if (when is not (EventTiming.MORN or EventTiming.NOON or EventTiming.AFT or EventTiming.EVE or EventTiming.NIGHT))
            throw field.Fault("'when' must be a time of day");
        return new SlotHours(
            when, field.Required("from").Time(), field.Required("to").Time(), field.Optional("confidence")?.Probability() ?? 0,
            field.Items("source", item => item.Text()) is [var first, ..] ? first : "");
    }
}
