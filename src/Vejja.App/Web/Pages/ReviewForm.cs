using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;
using Vejja.Reading.Safety;

namespace Vejja.App.Web.Pages;

/// <summary>A prescription as fields that a person can correct.</summary>
internal static class ReviewForm
{
    /// <summary>What stands beside the medicines.</summary>
    public static ImmutableArray<FormField> FieldsOf(PrescriptionFields fields) =>
    [
        FormField.Of("/fields/patientName", "field.patientName", fields.PatientName, value => value),
        FormField.Of("/fields/age", "field.age", fields.Age, value => value.Unit == "a" ? Number(value.Value) : $"{Number(value.Value)} {value.Unit}"),
        FormField.Of("/fields/sex", "field.sex", fields.Sex, value => value) with { Kind = "sex" },
        FormField.Of("/fields/date", "field.date", fields.Date, Iso) with { Kind = "date" },
        FormField.Of("/fields/prescriber", "field.prescriber", fields.Prescriber, value => value),
        FormField.Of("/fields/facility", "field.facility", fields.Facility, value => value),
        FormField.Of("/fields/nextVisit", "field.nextVisit", fields.NextVisit, Iso) with { Kind = "date" },
    ];

    /// <summary>One medicine.</summary>
    /// <param name="medication">As it stands.</param>
    /// <param name="index">Its place in the document.</param>
    /// <param name="language">en, fr or km, for the dosage's words and the flags' messages.</param>
    public static ImmutableArray<FormField> FieldsOf(Medication medication, int index, string language)
    {
        var root = string.Create(CultureInfo.InvariantCulture, $"/medications/{index}/");
        FormField[] fields =
        [
            FormField.Of(root + "name", "field.name", medication.Name, value => value) with { IsWide = true },
            FormField.Of(root + "strength", "field.strength", medication.Strength, value => value),
            FormField.Of(root + "form", "field.form", medication.Form, value => value),
            DosageOf(root, medication, language),
            FormField.Of(root + "quantity", "field.quantity", medication.Quantity, Amount),
            FormField.Of(root + "duration", "field.duration", medication.Duration, value => value.Unit == "d" ? Number(value.Value) : Amount(value)),
        ];
        var flags = medication.Flags.Select(flag => FlagMessages.Render(flag, language)).ToList();
        return [.. fields.Select((field, i) => field with { Flags = [.. flags.Where(flag => PlaceOf(flag, fields) == i)] })];
    }

    /// <summary>The value of a field as a person entered it, in the contract's form.</summary>
    /// <returns>The value, or a key of what is wrong with it.</returns>
    public static (JsonNode? Value, string? Fault) Parse(string pointer, string entered)
    {
        var text = entered.Trim();
        if (text.Length == 0)
            return (null, null);
        return pointer.Split('/')[^1] switch
        {
            "age" => Quantity(text, "a"),
            "quantity" => Quantity(text, ""),
            "duration" => Quantity(text, "d"),
            "date" or "nextVisit" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? (text, null) : (null, "valueBad"),
            "sex" => text is "male" or "female" ? (text, null) : (null, "valueBad"),
            "dosageInstruction" => DosageEntry.Parse(text),
            _ => (text, null),
        };
    }

    private static FormField DosageOf(string root, Medication medication, string language)
    {
        var words = language switch { "fr" => WordingLanguage.French, "km" => WordingLanguage.Khmer, _ => WordingLanguage.English };
        var own = string.Join("; ", medication.DosageInstruction.Select(dosage => dosage.Text).Where(text => !string.IsNullOrWhiteSpace(text)).Distinct());
        var evidence = medication.DosageEvidence;
        return new(root + "dosageInstruction", "field.dosage", medication.DosageInstruction.IsEmpty ? "" : DosageText.Render(medication.DosageInstruction, words) ?? own)
        {
            Raw = evidence?.Raw ?? own,
            IsUnsure = evidence is { Confidence: < 0.8 },
            Source = evidence?.Source ?? [],
            IsWide = true,
        };
    }

    /// <summary>The field that a flag is about; doubts about dose, frequency and times belong to the dosage.</summary>
    private static int PlaceOf(Flag flag, FormField[] fields)
    {
        var place = Array.FindIndex(fields, field => field.Pointer.EndsWith("/" + flag.Field, StringComparison.Ordinal));
        return place >= 0 ? place : Array.FindIndex(fields, field => field.Label == "field.dosage");
    }

    private static (JsonNode? Value, string? Fault) Quantity(string text, string unit)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (number, rest) = space < 0 ? (text, unit) : (text[..space], text[space..].Trim());
        return decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 100_000
            ? (new JsonObject { ["value"] = value, ["unit"] = rest }, null)
            : (null, "valueBad");
    }

    private static string Amount(Quantity quantity) => $"{Number(quantity.Value)} {quantity.Unit}".Trim();

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
