using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Medications;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Json;
using Vejja.Exchange.Wording;

namespace Vejja.Exchange.Contract;

/// <summary>The contract <c>vejja/reminders/1</c> (docs/schema/reminders.json): every dose, and why there is none where there is none.</summary>
public static class RemindersJson
{
    private static readonly ImmutableArray<string> Reasons = JsonText.HyphenatedCodes<WithheldReason>();

    private static readonly ImmutableArray<string> Notes = JsonText.HyphenatedCodes<ReminderNote>();

    /// <summary>One line of JSON.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="language">Language of the messages; English where it has no sure words.</param>
    public static string Write(ReminderPlan plan, WordingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", ReminderPlan.SchemaName);
            json.WriteString("prescription", plan.PrescriptionId);
            json.WriteString("start", Local(plan.Start));
            json.WriteString("timeZone", plan.TimeZone);
            json.WriteBoolean("approved", plan.Approved);
            json.WriteObject("hours", part => WriteHours(part, plan.Hours));
            json.WriteObjects("medications", plan.Medications, (part, medication) => WriteMedication(part, medication, language));
            json.WriteEndObject();
        });
    }

    /// <summary>The reason in words of the language; English where it has none that are sure.</summary>
    public static string Message(WithheldReminder withheld, WordingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(withheld);
        var key = "withheld." + Reasons[(int)withheld.Reason];
        return Vocabulary.Of(language).Say(key, withheld.Flag) ?? Vocabulary.Of(WordingLanguage.English).Say(key, withheld.Flag)!;
    }

    private static void WriteHours(Utf8JsonWriter json, DayHours hours)
    {
        json.WriteString("breakfast", Clock(hours.Breakfast));
        json.WriteString("lunch", Clock(hours.Lunch));
        json.WriteString("dinner", Clock(hours.Dinner));
        json.WriteString("bedtime", Clock(hours.Bedtime));
    }

    private static void WriteMedication(Utf8JsonWriter json, MedicationReminders medication, WordingLanguage language)
    {
        json.WriteString("id", medication.MedicationId);
        json.OptionalString("name", medication.Name);
        json.WriteObjects("series", medication.Series, WriteSeries);
        json.WriteObjects("asNeeded", medication.AsNeeded, WriteAsNeeded);
        json.WriteObjects("withheld", medication.Withheld, (part, withheld) =>
        {
            part.WriteString("reason", Reasons[(int)withheld.Reason]);
            part.OptionalString("flag", withheld.Flag);
            part.OptionalString("instruction", withheld.Instruction);
            part.WriteString("message", Message(withheld, language));
        });
        json.WriteStrings("notes", [.. medication.Notes.Select(note => Notes[(int)note])]);
        json.OptionalDate("endDate", medication.EndDate);
        json.OptionalDate("runOutDate", medication.RunOutDate);
        json.OptionalDate("refillDate", medication.RefillDate);
    }

    private static void WriteSeries(Utf8JsonWriter json, ReminderSeries series)
    {
        json.WriteString("uid", series.Uid);
        json.WriteNumber("sequence", series.Sequence);
        json.WriteString("status", series.Cancelled ? "cancelled" : "confirmed");
        json.OptionalString("instruction", series.Instruction);
        WriteDose(json, series.Dose);
        json.WriteString("timing", series.Elapsed ? "elapsed" : "wall-clock");
        json.WriteBoolean("openEnded", series.OpenEnded);
        json.WriteObjects("occurrences", series.Occurrences, (part, dose) =>
        {
            part.WriteString("local", dose.At.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
            part.WriteString("utc", dose.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        });
    }

    private static void WriteAsNeeded(Utf8JsonWriter json, AsNeededLimits limits)
    {
        json.OptionalString("instruction", limits.Instruction);
        WriteDose(json, limits.Dose);
        json.OptionalNumber("minimumIntervalMinutes", (decimal?)limits.MinimumInterval?.TotalMinutes);
        json.OptionalNumber("maximumPerDay", limits.MaximumPerDay);
        json.WriteObjects("maxima", limits.Maxima, (part, most) =>
        {
            part.WritePropertyName("amount");
            ReadingJson.WriteQuantity(part, most.Amount);
            part.WriteObject("per", per => ReadingJson.WriteLength(per, most.Per));
        });
    }

    private static void WriteDose(Utf8JsonWriter json, Domain.Dosing.DoseAmount? dose)
    {
        if (dose is null)
            return;
        Write("dose", dose.Low);
        if (dose.High is { } high)
            Write("doseHigh", high);

        void Write(string name, Quantity quantity)
        {
            json.WritePropertyName(name);
            ReadingJson.WriteQuantity(json, quantity);
        }
    }

    private static string Local(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
