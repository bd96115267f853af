using Vejja.Domain.Medications;

namespace Vejja.Domain.Dosing;

/// <summary>How much at one time: FHIR <c>doseQuantity</c> where <see cref="High"/> is null, else <c>doseRange</c>.</summary>
/// <param name="Low">The amount, or the lower bound of the range; same unit as <paramref name="High"/>.</param>
/// <param name="High">The upper bound of a range; null for a single amount.</param>
public sealed record DoseAmount(Quantity Low, Quantity? High = null);

/// <summary>FHIR <c>rateQuantity</c>/<c>rateRatio</c>: an amount per time, such as 10 mL in 1 h.</summary>
/// <param name="Amount">What is given.</param>
/// <param name="Per">In how long.</param>
public sealed record DoseRate(Quantity Amount, TimeSpanAmount Per);

/// <summary>FHIR <c>maxDosePerPeriod</c>: at most so much in so long.</summary>
/// <param name="Amount">The most; unit empty means administrations.</param>
/// <param name="Per">In how long.</param>
public sealed record MaxDose(Quantity Amount, TimeSpanAmount Per);
