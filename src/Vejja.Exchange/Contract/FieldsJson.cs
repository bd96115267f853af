using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Contract;

/// <summary>What the sheet says beside its medicines; an absent field is not on the page or not legible.</summary>
internal static class FieldsJson
{
    public static void WriteMembers(Utf8JsonWriter json, PrescriptionFields fields)
    {
        json.WriteReading("patientName", fields.PatientName);
        json.WriteReading("age", fields.Age, WriteAge);
        json.WriteReading("sex", fields.Sex);
        json.WriteReading("date", fields.Date, WriteDate);
        json.WriteReading("prescriber", fields.Prescriber);
        json.WriteReading("facility", fields.Facility);
        if (!fields.Diagnosis.IsEmpty)
        {
            json.WriteObjects("diagnosis", fields.Diagnosis, (part, reading) =>
                ReadingJson.WriteMembers(part, reading, (value, text) => value.WriteStringValue(text)));
        }

        json.WriteReading("nextVisit", fields.NextVisit, WriteDate);
    }

    public static PrescriptionFields Read(JsonField field) => new()
    {
        PatientName = Text(field, "patientName"),
        Age = ReadingJson.ReadOptional(field, "age", ReadAge),
        Sex = Text(field, "sex"),
        Date = ReadingJson.ReadOptional(field, "date", value => value.Date()),
        Prescriber = Text(field, "prescriber"),
        Facility = Text(field, "facility"),
        Diagnosis = field.Items("diagnosis", item => ReadingJson.Read(item, value => value.Text())),
        NextVisit = ReadingJson.ReadOptional(field, "nextVisit", value => value.Date()),
    };

    private static Reading<string>? Text(JsonField field, string name) =>
        ReadingJson.ReadOptional(field, name, value => value.Text());

    private static void WriteDate(Utf8JsonWriter json, DateOnly date) =>
        json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void WriteAge(Utf8JsonWriter json, Age age)
    {
        json.WriteStartObject();
        json.WriteExact("value", age.Value);
        json.WriteString("unit", age.Unit);
        json.WriteEndObject();
    }

    private static Age ReadAge(JsonField field)
    {
        var unit = field.Required("unit").Text();
        return unit is "a" or "mo" or "wk" or "d"
            ? new Age(field.Required("value").Decimal(), unit)
            : throw field.Fault("the unit must be a, mo, wk or d");
    }
}
