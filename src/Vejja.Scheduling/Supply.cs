using System.Collections.Immutable;
using NodaTime;
using Vejja.Domain.Medications;

namespace Vejja.Scheduling;

/// <summary>How long the dispensed quantity lasts.</summary>
/// <param name="LastCovered">The last dose that it covers; null where it does not cover the first.</param>
/// <param name="CoversCourse">Whether every dose is covered.</param>
internal sealed record Supply(ZonedDateTime? LastCovered, bool CoversCourse)
{
    /// <summary>Follows the doses until the quantity is used up; the upper amount of a range counts.</summary>
    /// <returns>Null where quantity and doses are not in one unit.</returns>
    public static Supply? Follow(Quantity? quantity, ImmutableArray<DoseStream> streams)
    {
        if (quantity is null || quantity.Value <= 0 || streams.IsEmpty || streams.Any(stream => Amount(stream, quantity) is null))
            return null;
        var doses = streams
            .SelectMany(stream => stream.Doses().Take(DoseStream.MostDoses).Select(dose => (dose.At, Amount: Amount(stream, quantity)!.Value)))
            .OrderBy(dose => dose.At.ToInstant());
        var left = quantity.Value;
        ZonedDateTime? covered = null;
        foreach (var (at, amount) in doses)
        {
            if (amount > left)
                return new Supply(covered, CoversCourse: false);
            left -= amount;
            covered = at;
        }

        // A course without an end never comes here before the doses that can be listed are through.
        return new Supply(covered, CoversCourse: streams.All(stream => stream.IsBounded));
    }

    private static decimal? Amount(DoseStream stream, Quantity quantity) =>
        stream.Dosage.Dose is { } dose && (dose.High ?? dose.Low) is { Value: > 0 } amount && amount.Unit == quantity.Unit ? amount.Value : null;
}
