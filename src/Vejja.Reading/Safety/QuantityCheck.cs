using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;

namespace Vejja.Reading.Safety;

/// <summary>Quantity against daily dose × days, where the sheet prints all three.</summary>
internal static class QuantityCheck
{
    private static readonly string[] Packs = ["box", "bottle", "tube", "blister", "vial", "ampoule"];

    /// <summary>Flags of one medication.</summary>
    public static IEnumerable<Flag> Check(Medication medication)
    {
        if (medication.Quantity is not { } quantity || medication.DosageInstruction.IsEmpty || Packs.Contains(quantity.Value.Unit))
            yield break;
        if (medication.DosageInstruction.Any(d => d.AsNeeded || d.Repeat?.Cycle is not null || d.Dose?.High is not null || d.Repeat?.FrequencyMax is not null))
            yield break;
        var steps = medication.DosageInstruction.GroupBy(d => d.Sequence).ToList();
        if (Total(medication, steps) is not var (total, daily, days, unit) || !Comparable(quantity.Value.Unit, unit))
            yield break;
        if (total != quantity.Value.Value)
            yield return Raise.Flag(FlagCodes.QuantityMismatch, "quantity", Text(quantity.Value.Value), Text(daily), Text(days));
    }

    // Steps that follow one another each bring their own days; a single step takes the printed duration.
    private static (decimal Total, decimal Daily, decimal Days, string Unit)? Total(Medication medication, List<IGrouping<int, Dosage>> steps)
    {
        var (total, daily, days, unit) = (0m, 0m, 0m, (string?)null);
        foreach (var step in steps)
        {
            if (DailyDose.Of([.. step]) is not { } dose || Days(step, medication, steps.Count) is not { } length || (unit is not null && unit != dose.Unit))
                return null;
            (total, daily, days, unit) = (total + (dose.Value * length), dose.Value, days + length, dose.Unit);
        }

        return (decimal.Round(total, 3), daily, days, unit ?? "");
    }

    private static decimal? Days(IEnumerable<Dosage> step, Medication medication, int steps)
    {
        if (step.Select(d => d.Repeat?.BoundsDuration).FirstOrDefault(b => b is not null) is { } bounds)
            return InDays(bounds.Value, bounds.Unit);
        return steps == 1 && medication.Duration is { Derived: false } printed
            ? printed.Value.Unit switch { "d" => printed.Value.Value, "wk" => printed.Value.Value * 7, _ => null }
            : null;
    }

    // A month has no certain number of days, so nothing is said of it.
    private static decimal? InDays(decimal value, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => value,
        TimeUnit.Week => value * 7,
        _ => null,
    };

    private static bool Comparable(string quantity, string dose) => quantity == dose || quantity.Length == 0 || dose.Length == 0;

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
