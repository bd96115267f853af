using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>How quantity, daily dose and days fit.</summary>
/// <param name="Duration">The derived length of the course; null where it is not whole or not plausible.</param>
/// <param name="Fits">Whether the three agree; null where one of them is missing.</param>
internal sealed record CourseCheck(Reading<Quantity>? Duration, bool? Fits);

/// <summary>Quantity ÷ daily dose: the length of the course where none is printed, and a check on all three where one is.</summary>
internal static class CourseLength
{
    /// <summary>Longest course in days that a sheet is dispensed for.</summary>
    private const int LongestDays = 180;

    /// <summary>Derives the length of the course.</summary>
    /// <param name="quantity">What is dispensed.</param>
    /// <param name="daily">The dose of a day, in the quantity's unit.</param>
    /// <param name="dosageConfidence">Probability that the daily dose is right.</param>
    /// <param name="dosageSource">The blocks of the doses.</param>
    public static CourseCheck Derive(
        Reading<Quantity> quantity, decimal daily, double dosageConfidence, IEnumerable<string> dosageSource)
    {
        if (daily <= 0)
            return new(null, null);
        var days = quantity.Value.Value / daily;
        if (days != decimal.Truncate(days) || days is < 1 or > LongestDays)
            return new(null, false);
        var confidence = Belief.All([quantity.Confidence, dosageConfidence]);
        return new(new(new(days, "d"), null, confidence, [.. quantity.Source.Union(dosageSource)]) { Derived = true }, true);
    }

    /// <summary>Whether quantity and daily dose agree with the printed days.</summary>
    public static bool Agrees(decimal quantity, decimal daily, decimal days) => quantity == daily * days;
}
