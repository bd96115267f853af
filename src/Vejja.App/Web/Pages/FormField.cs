using System.Collections.Immutable;
using Vejja.Domain.Evidence;

namespace Vejja.App.Web.Pages;

/// <summary>One field of the review page.</summary>
/// <param name="Pointer">The contract's pointer, also the input's name.</param>
/// <param name="Label">Key of its words.</param>
/// <param name="Value">What is understood, as a person would write it; empty for nothing.</param>
public sealed record FormField(string Pointer, string Label, string Value)
{
    /// <summary>The page's own words.</summary>
    public string? Raw { get; init; }

    /// <summary>Whether the reading is less sure than one may rely on.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Whether it was worked out from other values.</summary>
    public bool IsDerived { get; init; }

    /// <summary>Blocks it rests on.</summary>
    public ImmutableArray<string> Source { get; init; } = [];

    /// <summary>Doubts about it.</summary>
    public ImmutableArray<Flag> Flags { get; init; } = [];

    /// <summary>HTML's input type.</summary>
    public string Kind { get; init; } = "text";

    /// <summary>Whether it gets the whole width.</summary>
    public bool IsWide { get; init; }

    /// <summary>What the person entered that could not be taken, and why.</summary>
    public string? Fault { get; init; }

    /// <summary>The class that marks it.</summary>
    public string Mark => Fault is not null || Flags.Any(flag => flag.Severity == FlagSeverity.Block) ? "open"
        : IsUnsure || Flags.Any(flag => flag.Severity == FlagSeverity.Confirm) ? "unsure" : "";

    /// <summary>A field of a reading.</summary>
    internal static FormField Of<T>(string pointer, string label, Reading<T>? reading, Func<T, string> text) => reading is null
        ? new(pointer, label, "")
        : new(pointer, label, text(reading.Value)) { Raw = reading.Raw, IsUnsure = reading.Confidence < 0.8, IsDerived = reading.Derived, Source = reading.Source };
}
