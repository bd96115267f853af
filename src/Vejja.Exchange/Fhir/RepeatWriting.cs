using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Writes the members of FHIR R4 <c>Timing.repeat</c> in the order of its definition.</summary>
internal static class RepeatWriting
{
    /// <summary>Codes of <see cref="DayOfWeekCode"/>.</summary>
    public static readonly ImmutableArray<string> Days = JsonText.LowerCaseCodes<DayOfWeekCode>();

    public static void WriteMembers(Utf8JsonWriter json, Repeat repeat)
    {
        ImmutableArray<Action<Utf8JsonWriter, string>> bounds = [.. Bounds(repeat)];
        WriteExtensions(json, repeat, [.. bounds.Skip(1)]);
        if (bounds is [var first, ..])
            first(json, "bounds");
        json.OptionalNumber("count", repeat.Count);
        json.OptionalNumber("countMax", repeat.CountMax);
        json.OptionalNumber("duration", repeat.Duration);
        json.OptionalNumber("durationMax", repeat.DurationMax);
        json.OptionalString("durationUnit", repeat.DurationUnit?.Code());
        json.OptionalNumber("frequency", repeat.Frequency);
        json.OptionalNumber("frequencyMax", repeat.FrequencyMax);
        json.OptionalNumber("period", repeat.Period);
        json.OptionalNumber("periodMax", repeat.PeriodMax);
        json.OptionalString("periodUnit", repeat.PeriodUnit?.Code());
        if (!repeat.DayOfWeek.IsEmpty)
            json.WriteStrings("dayOfWeek", [.. repeat.DayOfWeek.Select(day => Days[(int)day])]);
        if (!repeat.TimeOfDay.IsEmpty)
            json.WriteStrings("timeOfDay", [.. repeat.TimeOfDay.Select(time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture))]);
        if (!repeat.When.IsEmpty)
            json.WriteStrings("when", [.. repeat.When.Select(when => when.ToString())]);
        json.OptionalNumber("offset", repeat.Offset);
    }

    private static void WriteExtensions(Utf8JsonWriter json, Repeat repeat, ImmutableArray<Action<Utf8JsonWriter, string>> furtherBounds)
    {
        if (repeat.Cycle is null && furtherBounds.IsEmpty)
            return;
        json.WriteStartArray("extension");
        if (repeat.Cycle is { } cycle)
        {
            json.WriteStartObject();
            json.WriteObjects("extension", [("daysOn", cycle.DaysOn), ("daysOff", cycle.DaysOff)], (part, days) =>
            {
                part.WriteString("url", days.Item1);
                part.WriteNumber("valuePositiveInt", days.Item2);
            });
            json.WriteString("url", Extensions.DosingCycle);
            json.WriteEndObject();
        }

        foreach (var write in furtherBounds)
        {
            json.WriteStartObject();
            json.WriteString("url", Extensions.FurtherBounds);
            write(json, "value");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The bounds that are set, each as a writer of a choice element under a given stem.</summary>
    private static IEnumerable<Action<Utf8JsonWriter, string>> Bounds(Repeat repeat)
    {
        if (repeat.BoundsDuration is { } length)
            yield return (json, stem) => json.WriteObject(stem + "Duration", part => QuantityJson.Write(part, length));
        if (repeat.BoundsRange is { } range)
            yield return (json, stem) => json.WriteObject(stem + "Range", part =>
                QuantityJson.WriteRange(part, new Quantity(range.Low, range.Unit.Code()), new Quantity(range.High, range.Unit.Code())));
        if (repeat.BoundsPeriod is { } period)
            yield return (json, stem) => json.WriteObject(stem + "Period", part =>
            {
                part.OptionalString("start", period.Start?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                part.OptionalString("end", period.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            });
    }
}
