using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Bench.Scoring;

/// <summary>What a patient would be told, in a form that compares: two codings of the same schedule have the same key.</summary>
internal static class ScheduleKey
{
    /// <summary>When to take it: every time of every Dosage, without amounts.</summary>
    public static string Times(ImmutableArray<Dosage> dosages) =>
        string.Join(" | ", dosages.SelectMany(Parts).Select(part => part.Time).Order(StringComparer.Ordinal));

    /// <summary>How much at each time.</summary>
    public static string Doses(ImmutableArray<Dosage> dosages) =>
        string.Join(" | ", dosages.SelectMany(Parts).OrderBy(part => part.Time, StringComparer.Ordinal).Select(part => part.Dose).Order(StringComparer.Ordinal));

    /// <summary>Times and amounts together.</summary>
    public static string Whole(ImmutableArray<Dosage> dosages) =>
        string.Join(" | ", dosages.SelectMany(Parts).Select(part => part.Time + " = " + part.Dose).Order(StringComparer.Ordinal));

    /// <summary>Length of the course in days where it is printed or derived; weeks are seven days, months stay months.</summary>
    public static string? Duration(Medication medication)
    {
        if (medication.Duration is { } reading)
            return Length(reading.Value.Value, reading.Value.Unit);
        var bounds = medication.DosageInstruction.Select(dosage => dosage.Repeat?.BoundsDuration).FirstOrDefault(bounds => bounds is not null);
        return bounds is null ? null : Length(bounds.Value, bounds.Unit.Code());
    }

    private static string Length(decimal value, string unit) =>
        unit == "wk" ? Number(7 * value) + " d" : Number(value) + " " + unit;

    private static IEnumerable<(string Time, string Dose)> Parts(Dosage dosage)
    {
        var dose = dosage.Dose is null ? "-" : Amount(dosage.Dose);
        var prefix = (dosage.Sequence > 1 ? "#" + Number(dosage.Sequence) + " " : "") + (dosage.AsNeeded ? "prn " : "");
        var repeat = dosage.Repeat;
        if (repeat is null)
            return [(prefix + "?", dose)];
        // One event a time of day: several times in one Dosage and one Dosage each are the same schedule.
        if (repeat.When.Length > 0 && repeat.When.Length == repeat.Frequency && repeat is { Period: 1, PeriodUnit: TimeUnit.Day } && repeat.DayOfWeek.Length == 0)
            return repeat.When.Select(when => (prefix + when, dose));
        if (repeat.TimeOfDay.Length > 0)
            return repeat.TimeOfDay.Select(time => (prefix + time.ToString("HH:mm", CultureInfo.InvariantCulture) + Days(repeat), dose));
        var text = new StringBuilder(prefix);
        text.Append(CultureInfo.InvariantCulture, $"{repeat.Frequency}{(repeat.FrequencyMax is { } most ? "-" + Number(most) : "")}x/{Number(repeat.Period ?? 0)}{(repeat.PeriodMax is { } longest ? "-" + Number(longest) : "")}{repeat.PeriodUnit?.Code()}");
        text.Append(string.Concat(repeat.When.Order().Select(when => " " + when))).Append(Days(repeat));
        return [(text.ToString(), dose)];
    }

    private static string Days(Repeat repeat) => string.Concat(repeat.DayOfWeek.Order().Select(day => " " + day));

    private static string Amount(DoseAmount dose) =>
        Number(dose.Low.Value) + (dose.High is null ? "" : "-" + Number(dose.High.Value)) + " " + dose.Low.Unit;

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
