using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>Quantity, daily dose and days speak for or against each other; where the days are not printed, they are derived.</summary>
internal static class CourseChecking
{
    /// <summary>What is left of the confidence of numbers that contradict one another.</summary>
    private const double Contradicted = 0.75;

    /// <summary>Digits below this were not read, but guessed.</summary>
    private const double Doubtful = 0.65;

    /// <summary>Courses that are common, in days: a quotient that is one of them is strong evidence.</summary>
    private static readonly ImmutableArray<decimal> Common = [3, 5, 7, 10, 14, 15, 20, 21, 28, 30, 60, 90];

    /// <summary>Checks a medication whose doses of a day are known.</summary>
    /// <param name="medication">With quantity and dosage, where printed.</param>
    /// <param name="daily">The dose of a day.</param>
    /// <param name="units">The units of its doses.</param>
    public static Medication Check(Medication medication, decimal daily, ImmutableArray<string> units)
    {
        if (medication.Quantity is not { } quantity || medication.DosageEvidence is not { } evidence || daily <= 0 || !Comparable(quantity.Value.Unit, units))
            return medication;
        var check = CourseLength.Derive(quantity, daily, evidence.Confidence, evidence.Source);
        var days = Days(medication.Duration);
        if (days is null && medication.Duration is not null)
            return medication;
        var fits = days is { } printed ? CourseLength.Agrees(quantity.Value.Value, daily, printed) : check.Fits is true;
        if (!fits)
            return Doubted(medication, quantity, evidence, daily);
        var ratio = medication.Duration is not null ? 10
            : Common.Contains(check.Duration!.Value.Value) ? 4 : 2;
        // Twice the same number is no second witness: signs that look alike are misread alike.
        var quantityBelief = days == quantity.Value.Value ? quantity.Confidence : Supported(quantity.Confidence, ratio);
        var doseBelief = Supported(evidence.Confidence, ratio);
        medication = medication with { Quantity = quantity with { Confidence = quantityBelief }, DosageEvidence = evidence with { Confidence = doseBelief } };
        return medication.Duration is not null || check.Duration is null
            ? medication
            : medication with { Duration = check.Duration with { Confidence = Math.Min(quantityBelief, doseBelief) } };
    }

    /// <summary>A quotient that is whole supports digits that were read; it does not make doubtful ones sure: 90 divides as well as 10.</summary>
    private static double Supported(double confidence, double ratio) =>
        confidence < Doubtful ? Math.Min(Contradicted, Belief.Given(confidence, ratio)) : Belief.Given(confidence, ratio);

    /// <summary>One of the numbers is wrong, and nobody knows which: none stays sure, printed days no more than quantity and dose.</summary>
    private static Medication Doubted(Medication medication, Reading<Quantity> quantity, Reading<string> evidence, decimal daily) => medication with
    {
        Quantity = quantity with { Confidence = Math.Min(quantity.Confidence, Contradicted) },
        DosageEvidence = evidence with { Confidence = Math.Min(evidence.Confidence, Contradicted) },
        Duration = medication.Duration is { } days ? days with { Confidence = Math.Min(days.Confidence, Contradicted) } : null,
        Flags = medication.Flags.With(Mismatch(medication, daily)),
    };

    /// <summary>A printed length in days; null where it is given in months, which are no number of days.</summary>
    private static decimal? Days(Reading<Quantity>? duration) => duration?.Value switch
    {
        { Unit: "d" } days => days.Value,
        { Unit: "wk" } weeks => 7 * weeks.Value,
        _ => null,
    };

    /// <summary>Tablets against tablets; a bottle of 100 mL against spoons says nothing.</summary>
    private static bool Comparable(string unit, ImmutableArray<string> units) =>
        units.Length == 1 && (units[0] == unit || units[0].Length == 0 || unit.Length == 0) && unit is not ("box" or "bottle" or "blister" or "tube");

    private static Flag Mismatch(Medication medication, decimal daily) => Doubts.QuantityMismatch(
        Text(medication.Quantity!.Value.Value), Text(daily), medication.Duration is { } days ? Text(days.Value.Value) : "?");

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
