using System.Collections.Immutable;
using Vejja.Bench.Content;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Templates;

/// <summary>What a sheet prints of an order, and how it looks on it.</summary>
/// <param name="Order">The order.</param>
internal sealed record PrintedMedication(Order Order)
{
    /// <summary>Whether the strength is printed.</summary>
    public bool WithStrength { get; init; } = true;

    /// <summary>Whether the form is printed by a word of its own; else it can only be inferred.</summary>
    public bool WithForm { get; init; }

    /// <summary>Whether the route is printed.</summary>
    public bool WithRoute { get; init; }

    /// <summary>Whether the quantity is printed.</summary>
    public bool WithQuantity { get; init; }

    /// <summary>Whether the quantity has its unit.</summary>
    public bool WithQuantityUnit { get; init; } = true;

    /// <summary>How to take it.</summary>
    public ImmutableArray<Dosage> Dosages { get; init; } = [];

    /// <summary>The length of the course, if printed.</summary>
    public TimeSpanAmount? Days { get; init; }

    /// <summary>Whether hand-like entries stand in it, which a reader should send to a person.</summary>
    public bool IsHandwritten { get; init; }
}
