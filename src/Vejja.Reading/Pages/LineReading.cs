using System.Collections.Immutable;

namespace Vejja.Reading.Pages;

/// <summary>One sign as a recogniser read it.</summary>
/// <param name="Text">One code point, or a cluster where the engine cannot tell them apart.</param>
/// <param name="Confidence">The engine's probability in [0, 1].</param>
/// <param name="X1">Left edge in the crop, as a share of its width, in [0, 1].</param>
/// <param name="X2">Right edge, likewise.</param>
public readonly record struct SymbolReading(string Text, double Confidence, double X1, double X2);

/// <summary>What one engine read on one line.</summary>
/// <param name="Text">The signs joined; empty where the engine saw none.</param>
/// <param name="Confidence">Probability that the whole text is right, in [0, 1].</param>
/// <param name="Symbols">Each sign with its own confidence.</param>
/// <param name="Engine">Which engine: <c>vejja</c>, <c>tesseract</c> or <c>paddle</c>.</param>
public sealed record LineReading(string Text, double Confidence, ImmutableArray<SymbolReading> Symbols, string Engine)
{
    /// <summary>What other engines read on the same ink, where they differ.</summary>
    public ImmutableArray<LineReading> Rivals { get; init; } = [];

    /// <summary>Whether the engine saw a stroke through words of it.</summary>
    public bool IsCrossedOut { get; init; }

    /// <summary>An empty reading by an engine.</summary>
    public static LineReading Nothing(string engine) => new("", 0, [], engine);
}
