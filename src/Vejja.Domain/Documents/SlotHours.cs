using Vejja.Domain.Dosing;

namespace Vejja.Domain.Documents;

/// <summary>The clock hours that a column's header gives to a time of day, such as (05-06) under evening: 17:00 to 18:00.</summary>
/// <param name="When">The time of day: MORN, NOON, AFT, EVE or NIGHT.</param>
/// <param name="From">Start, local time.</param>
/// <param name="To">End, local time; equal to <paramref name="From"/> where one hour is printed.</param>
/// <param name="Confidence">Probability that the hours are right, in [0, 1].</param>
/// <param name="Source">Identifier of the header's block.</param>
public sealed record SlotHours(EventTiming When, TimeOnly From, TimeOnly To, double Confidence, string Source);
