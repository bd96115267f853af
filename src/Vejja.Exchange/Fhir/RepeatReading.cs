using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Exchange.Json;

namespace Vejja.Exchange.Fhir;

/// <summary>Reads FHIR R4 <c>Timing.repeat</c>.</summary>
internal static class RepeatReading
{
    private static readonly ImmutableArray<string> Events = [.. Enum.GetNames<EventTiming>()];

    public static Repeat Read(JsonField field)
    {
        var repeat = new Repeat
        {
            Count = Positive(field, "count"),
            CountMax = Positive(field, "countMax"),
            Duration = PositiveDecimal(field, "duration"),
            DurationMax = PositiveDecimal(field, "durationMax"),
            DurationUnit = Unit(field, "durationUnit"),
            Frequency = Positive(field, "frequency"),
            FrequencyMax = Positive(field, "frequencyMax"),
            Period = PositiveDecimal(field, "period"),
            PeriodMax = PositiveDecimal(field, "periodMax"),
            PeriodUnit = Unit(field, "periodUnit"),
            DayOfWeek = field.Items("dayOfWeek", day => day.Code<DayOfWeekCode>(RepeatWriting.Days)),
            TimeOfDay = field.Items("timeOfDay", time => time.Time()),
            When = field.Items("when", when => when.Code<EventTiming>(Events)),
            Offset = field.Optional("offset")?.Integer(),
            Cycle = DosageReading.Extension(field, Extensions.DosingCycle) is [var cycle, ..] ? ReadCycle(cycle) : null,
        };
        repeat = WithBounds(repeat, field, "bounds");
        foreach (var further in DosageReading.Extension(field, Extensions.FurtherBounds))
            repeat = WithBounds(repeat, further, "value");
        return repeat;
    }

    private static Repeat WithBounds(Repeat repeat, JsonField field, string stem)
    {
        if (field.Optional(stem + "Duration") is { } length)
            repeat = repeat with { BoundsDuration = PositiveLength(length) };
        if (field.Optional(stem + "Range") is { } range)
        {
            var (low, high) = (QuantityJson.ReadDuration(range.Required("low")), PositiveLength(range.Required("high")));
            if (low.Unit != high.Unit || low.Value < 0)
                throw range.Fault("both limits must have one unit, the lower be 0 or more");
            repeat = repeat with { BoundsRange = new TimeSpanRange(low.Value, high.Value, low.Unit) };
        }

        if (field.Optional(stem + "Period") is { } period)
            repeat = repeat with { BoundsPeriod = new DatePeriod(period.Optional("start")?.Date(), period.Optional("end")?.Date()) };
        return repeat;
    }

    private static DosingCycle ReadCycle(JsonField extension)
    {
        return new DosingCycle(Days("daysOn"), Days("daysOff"));

        int Days(string url) => DosageReading.Extension(extension, url) is [var part, ..]
            ? Positive(part, "valuePositiveInt") ?? throw part.Fault("'valuePositiveInt' is missing")
            : throw extension.Fault($"'{url}' is missing");
    }

    private static TimeSpanAmount PositiveLength(JsonField field) =>
        QuantityJson.ReadDuration(field) is { Value: > 0 } length ? length : throw field.Fault("must be above 0");

    private static TimeUnit? Unit(JsonField field, string name) => field.Optional(name) is { } unit
        ? TimeUnitCodes.FromCode(unit.Text()) ?? throw unit.Fault("is not a unit of time")
        : null;

    private static int? Positive(JsonField field, string name) => field.Optional(name) is { } number
        ? number.Integer() is > 0 and var value ? value : throw number.Fault("must be above 0")
        : null;

    private static decimal? PositiveDecimal(JsonField field, string name) => field.Optional(name) is { } number
        ? number.Decimal() is > 0 and var value ? value : throw number.Fault("must be above 0")
        : null;
}
