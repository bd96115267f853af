using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Tests.Dosing;

/// <summary>
/// The compact notation of the case files: Dosages separated by <c>||</c>, fields by <c>;</c>, for instance
/// <c>dose=1-2 tablet; freq=1/4-6 h; prn=pain; max=8 tablet/24 h</c>. See docs/sig.md.
/// </summary>
internal static class DosageNotation
{
    /// <summary>Writes a reading; method, advice and text are left out, and a condition is only said to be there.</summary>
    public static string Write(Sig sig)
    {
        var parts = sig.DosageInstruction.Select(each => Write(each, sig.DosageInstruction.Length > 0 && sig.DosageInstruction.Any(other => other.Sequence > 1))).ToList();
        if (parts.Count == 0)
            parts.Add("");
        if (sig.Quantity is { } quantity)
            parts[0] += $"; qty={Number(quantity.Value)}{(quantity.Unit.Length > 0 ? " " + quantity.Unit : "")}";
        if (sig.Refills is { } refills)
            parts[0] += $"; refills={refills}";
        return Canonical(string.Join(" || ", parts));
    }

    /// <summary>Brings an expected value to the form that <see cref="Write(Sig)"/> gives.</summary>
    public static (string Fields, string? Flags, string? Method) Expected(string notation)
    {
        string? flags = null, method = null;
        var dosages = notation.Split("||").Select(dosage =>
        {
            var fields = dosage.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
            flags ??= Take(fields, "flags=");
            method ??= Take(fields, "method=");
            var when = fields.Find(each => each.StartsWith("when=", StringComparison.Ordinal));
            if (fields.Remove("freq=-") || when is null || fields.Exists(each => each.StartsWith("freq=", StringComparison.Ordinal)))
                return string.Join("; ", fields);
            var codes = when[5..].Split(',');
            if (!codes.Any(code => code is "AC" or "PC" or "C"))
                fields.Add($"freq={codes.Length}/d");
            return string.Join("; ", fields);
        });
        return (Canonical(string.Join(" || ", dosages)), flags, method);
    }

    /// <summary>Leaves out why a dose is taken as needed, and the route unless it is asked for.</summary>
    public static string WithoutReasons(string notation, bool routes = false) => string.Join(" || ", notation.Split(" || ").Select(dosage =>
        string.Join("; ", dosage.Split("; ").Where(field => routes || !field.StartsWith("route=", StringComparison.Ordinal)).Select(field => field.StartsWith("prn=", StringComparison.Ordinal) ? "prn" : field))));

    /// <summary>Leaves routes, sites and conditions that the expected value does not name out of what was read.</summary>
    public static string Asserted(string expected, string read)
    {
        string[] free = [.. new[] { "route=", "site=", "cond" }.Where(key => !expected.Contains(key, StringComparison.Ordinal))];
        return Canonical(string.Join(" || ", read.Split(" || ").Select(dosage =>
            string.Join("; ", dosage.Split("; ").Where(field => !free.Any(key => field.StartsWith(key, StringComparison.Ordinal)))))));
    }

    /// <summary>How many dose-bearing fields a case expects.</summary>
    public static int FieldCount(string expected) => Fields(Expected(expected).Fields).Count();

    /// <summary>How many dose-bearing fields (dose, times, limits, lengths) are read as expected.</summary>
    public static int RightFields(string expected, Sig sig) =>
        Fields(Expected(expected).Fields).Intersect(Fields(Write(sig))).Count();

    // Fields with the place of their Dosage, so that a field in another Dosage is not right.
    private static IEnumerable<string> Fields(string notation) => WithoutReasons(notation).Split(" || ").SelectMany((dosage, index) =>
        dosage.Split("; ").Where(field => field.Length > 0 && !field.StartsWith("site=", StringComparison.Ordinal)).Select(field => $"{index} {field}"));

    private static string? Take(List<string> fields, string key)
    {
        var found = fields.Find(each => each.StartsWith(key, StringComparison.Ordinal));
        if (found is not null)
            fields.Remove(found);
        return found?[key.Length..];
    }

    private static string Canonical(string notation) => string.Join(" || ", notation.Split("||").Select(dosage => string.Join("; ", dosage
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(field => field.StartsWith("cond", StringComparison.Ordinal) ? "cond" : field.StartsWith("when=", StringComparison.Ordinal) ? "when=" + string.Join(',', field[5..].Split(',').Order(StringComparer.Ordinal)) : field)
        .Order(StringComparer.Ordinal))));

    private static string Write(Dosage dosage, bool steps)
    {
        var fields = new List<string>();
        if (steps)
            fields.Add($"seq={dosage.Sequence}");
        if (dosage.Dose is { } dose)
            fields.Add($"dose={Number(dose.Low.Value)}{(dose.High is { } high ? "-" + Number(high.Value) : "")} {dose.Low.Unit}".TrimEnd());
        if (dosage.AsNeeded)
            fields.Add(dosage.AsNeededReason is { } reason ? $"prn={reason}" : "prn");
        if (dosage.Route is { } route)
            fields.Add($"route={route}");
        if (dosage.Site is { } site)
            fields.Add($"site={site}");
        foreach (var max in dosage.MaxDosePerPeriod)
            fields.Add($"max={Amount(max.Amount)}/{Span(max.Per.Value, null, max.Per.Unit)}");
        if (dosage.MaxDosePerAdministration is { } single)
            fields.Add($"maxdose={Amount(single)}");
        if (dosage.Condition is not null)
            fields.Add("cond");
        if (dosage.Repeat is { } repeat)
            Write(repeat, fields);
        return string.Join("; ", fields);
    }

    private static void Write(Repeat repeat, List<string> fields)
    {
        if (repeat.Frequency is { } frequency)
            fields.Add($"freq={frequency}{(repeat.FrequencyMax is { } most ? $"-{most}" : "")}/{Span(repeat.Period!.Value, repeat.PeriodMax, repeat.PeriodUnit!.Value)}");
        if (repeat.When.Length > 0)
            fields.Add($"when={string.Join(',', repeat.When)}");
        if (repeat.Offset is { } offset)
            fields.Add($"offset={offset}");
        if (repeat.TimeOfDay.Length > 0)
            fields.Add($"at={string.Join(',', repeat.TimeOfDay.Select(each => each.ToString("HH:mm", CultureInfo.InvariantCulture)))}");
        if (repeat.DayOfWeek.Length > 0)
            fields.Add($"days={string.Join(',', repeat.DayOfWeek.Select(each => each.ToString().ToLowerInvariant()))}");
        if (repeat.BoundsDuration is { } bounds)
            fields.Add($"for={Number(bounds.Value)} {bounds.Unit.Code()}");
        if (repeat.BoundsRange is { } range)
            fields.Add($"for={Number(range.Low)}-{Number(range.High)} {range.Unit.Code()}");
        if (repeat.BoundsPeriod?.End is { } end)
            fields.Add($"until={end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        if (repeat.Count is { } count)
            fields.Add($"count={count}");
        if (repeat.Duration is { } lasting)
            fields.Add($"last={Number(lasting)} {repeat.DurationUnit!.Value.Code()}");
        if (repeat.Cycle is { } cycle)
            fields.Add($"cycle={cycle.DaysOn}/{cycle.DaysOff}");
    }

    private static string Amount(Quantity quantity) => Number(quantity.Value) + (quantity.Unit.Length > 0 ? " " + quantity.Unit : "");

    private static string Span(decimal value, decimal? high, TimeUnit unit) =>
        value == 1 && high is null ? unit.Code() : $"{Number(value)}{(high is { } upper ? "-" + Number(upper) : "")} {unit.Code()}";

    private static string Number(decimal value) => value.ToString("0.#####", CultureInfo.InvariantCulture);
}
