using System.Collections.Immutable;
using Vejja.Domain.Evidence;

namespace Vejja.Domain.Documents;

/// <summary>What the sheet says beside its medicines. A field that is not printed or not legible is null.</summary>
public sealed record PrescriptionFields
{
    /// <summary>The patient's name as printed.</summary>
    public Reading<string>? PatientName { get; init; }

    /// <summary>The patient's age.</summary>
    public Reading<Age>? Age { get; init; }

    /// <summary>FHIR administrative gender: <c>male</c> or <c>female</c>.</summary>
    public Reading<string>? Sex { get; init; }

    /// <summary>The prescription's date, ISO 8601.</summary>
    public Reading<DateOnly>? Date { get; init; }

    /// <summary>The prescriber's name as printed.</summary>
    public Reading<string>? Prescriber { get; init; }

    /// <summary>The hospital, clinic or pharmacy as printed.</summary>
    public Reading<string>? Facility { get; init; }

    /// <summary>Diagnoses as printed, one a reading.</summary>
    public ImmutableArray<Reading<string>> Diagnosis { get; init; } = [];

    /// <summary>The date on which to come back, ISO 8601.</summary>
    public Reading<DateOnly>? NextVisit { get; init; }
}

/// <summary>An age as printed.</summary>
/// <param name="Value">The number, 0 or more.</param>
/// <param name="Unit">UCUM: <c>a</c> years, <c>mo</c> months, <c>wk</c> weeks, <c>d</c> days.</param>
public sealed record Age(decimal Value, string Unit);
