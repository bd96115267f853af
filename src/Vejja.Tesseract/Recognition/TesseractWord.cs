using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>One word as an engine read it, with places as shares of the line's width.</summary>
/// <param name="Symbols">Its signs, at least one, each with the engine's own confidence: high in the wrong script too.</param>
/// <param name="Certainty">The engine's probability of the word, in [0, 1]: near 0 where Khmer is read into Latin letters, but at times for right Khmer words as well.</param>
internal sealed record TesseractWord(ImmutableArray<SymbolReading> Symbols, double Certainty)
{
    public string Text { get; } = string.Concat(Symbols.Select(symbol => symbol.Text));

    public double X1 => Symbols[0].X1;

    public double X2 => Symbols[^1].X2;

    /// <summary>Geometric mean of the signs' confidences, so that long words can be held against short ones.</summary>
    public double SignConfidence { get; } = Math.Exp(Symbols.Sum(symbol => Math.Log(Math.Max(symbol.Confidence, 1e-6))) / Symbols.Length);

    public bool HasKhmerLetters => Text.Any(KhmerText.IsKhmerLetter);

    /// <summary>A sign is less sure in a word that is not.</summary>
    public double Damping => 0.4 + (0.6 * Certainty);

    /// <summary>The probability that the word is right: of all its signs, damped once.</summary>
    public double Confidence => Damping * Symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence);
}

/// <summary>Khmer code points (Unicode 1780 to 17FF).</summary>
internal static class KhmerText
{
    public static bool IsKhmer(char sign) => sign is >= '\u1780' and <= '\u17FF';

    /// <summary>Consonants and independent vowels: what a Khmer word has at least one of. A lone ៗ or ។ is a 1 or a stroke.</summary>
    public static bool IsKhmerLetter(char sign) => sign is >= '\u1780' and <= '\u17B3';
}
