using System.Collections.Immutable;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Content;

/// <summary>When something is taken.</summary>
internal enum IntakeKind
{
    /// <summary>At named times of the day.</summary>
    Slots,

    /// <summary>Every so many hours.</summary>
    Hourly,

    /// <summary>When needed.</summary>
    AsNeeded,

    /// <summary>Once a week.</summary>
    Weekly,
}

/// <summary>Relation to a meal.</summary>
internal enum Meal
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>After.</summary>
    After,

    /// <summary>Before.</summary>
    Before,
}

/// <summary>An amount at a time of day.</summary>
internal readonly record struct SlotDose(EventTiming When, decimal Amount);

/// <summary>How it is to be taken.</summary>
/// <param name="Kind">The pattern.</param>
/// <param name="Slots">Amounts by time of day; empty unless <see cref="IntakeKind.Slots"/>.</param>
/// <param name="Amount">The usual amount at one time.</param>
/// <param name="EveryHours">The interval of <see cref="IntakeKind.Hourly"/> and the least interval of <see cref="IntakeKind.AsNeeded"/>.</param>
internal sealed record Intake(IntakeKind Kind, ImmutableArray<SlotDose> Slots, decimal Amount, int EveryHours)
{
    /// <summary>What is taken in a day on average; null when it depends on need.</summary>
    public decimal? PerDay => Kind switch
    {
        IntakeKind.Slots => Slots.Sum(slot => slot.Amount),
        IntakeKind.Hourly => Amount * 24 / EveryHours,
        IntakeKind.Weekly => Amount / 7,
        _ => null,
    };

    /// <summary>Whether every time has the same amount.</summary>
    public bool IsEven => Slots.All(slot => slot.Amount == Amount);
}

/// <summary>One medicine ordered on a sheet.</summary>
/// <param name="Id">Identifier on the sheet: <c>m1</c>.</param>
/// <param name="Drug">The product.</param>
/// <param name="Name">The name as it will be printed.</param>
/// <param name="Strength">Strength in the contract's notation; null where none is printed.</param>
/// <param name="Intake">How it is taken.</param>
/// <param name="Meal">Relation to a meal.</param>
/// <param name="Days">Length of the course.</param>
/// <param name="Quantity">How much is dispensed, in the drug's pack unit.</param>
/// <param name="IsMismatched">Whether the quantity deliberately disagrees with dose and days.</param>
internal sealed record Order(
    string Id, Drug Drug, string Name, string? Strength, Intake Intake, Meal Meal, int Days, decimal Quantity, bool IsMismatched);
