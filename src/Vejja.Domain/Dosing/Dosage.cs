using System.Collections.Immutable;
using Vejja.Domain.Medications;

namespace Vejja.Domain.Dosing;

/// <summary>
/// FHIR R4 <c>Dosage</c>, coded as DESIGN says: concurrent Dosages share a sequence, steps that follow one another have rising ones.
/// </summary>
public sealed record Dosage
{
    /// <summary>Order of the step, from 1.</summary>
    public int Sequence { get; init; } = 1;

    /// <summary>The words on the page; never empty.</summary>
    public required string Text { get; init; }

    /// <summary>Further instructions in words, such as <c>after meals</c> beside AFT or NIGHT.</summary>
    public ImmutableArray<string> AdditionalInstruction { get; init; } = [];

    /// <summary>When to take it; null where the page does not say.</summary>
    public Repeat? Repeat { get; init; }

    /// <summary>Days of single events given by date (FHIR <c>timing.event</c>).</summary>
    public ImmutableArray<DateOnly> Events { get; init; } = [];

    /// <summary>Whether it is taken as needed. With a reason, FHIR's <c>asNeededCodeableConcept</c>.</summary>
    public bool AsNeeded { get; init; }

    /// <summary>Why it is taken, in the page's words; set only with <see cref="AsNeeded"/>.</summary>
    public string? AsNeededReason { get; init; }

    /// <summary>Body site: canonical words such as <c>right eye</c>, <c>both ears</c>, <c>left nostril</c>.</summary>
    public string? Site { get; init; }

    /// <summary>Canonical route code, such as <c>oral</c>.</summary>
    public string? Route { get; init; }

    /// <summary>Canonical method, such as <c>swallow</c>, <c>apply</c>, <c>inhale</c>.</summary>
    public string? Method { get; init; }

    /// <summary>How much at one time; null where the page does not say.</summary>
    public DoseAmount? Dose { get; init; }

    /// <summary>How fast.</summary>
    public DoseRate? Rate { get; init; }

    /// <summary>The most in a period; a second limit goes into an extension.</summary>
    public ImmutableArray<MaxDose> MaxDosePerPeriod { get; init; } = [];

    /// <summary>The most at one time.</summary>
    public Quantity? MaxDosePerAdministration { get; init; }

    /// <summary>A condition or a sliding scale in the page's words: never scheduled automatically; an extension.</summary>
    public string? Condition { get; init; }

    /// <inheritdoc/>
    public bool Equals(Dosage? other) =>
        other is not null && Sequence == other.Sequence && Text == other.Text
        && AdditionalInstruction.SequenceEqual(other.AdditionalInstruction)
        && Repeat == other.Repeat && Events.SequenceEqual(other.Events)
        && AsNeeded == other.AsNeeded && AsNeededReason == other.AsNeededReason
        && Site == other.Site && Route == other.Route && Method == other.Method
        && Dose == other.Dose && Rate == other.Rate
        && MaxDosePerPeriod.SequenceEqual(other.MaxDosePerPeriod)
        && MaxDosePerAdministration == other.MaxDosePerAdministration && Condition == other.Condition;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequence, Text, Repeat, AsNeeded, Route, Dose);
}
