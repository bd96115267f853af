using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>One word as an engine read it, with places as shares of the line's width.</summary>
/// <param name="Symbols">Its signs, at least one.</param>
/// <param name="Confidence">The engine's probability of the word, in [0, 1]: near 0 where Khmer is read into Latin letters, though each sign looks sure.</param>
internal sealed record TesseractWord(ImmutableArray<SymbolReading> Symbols, double Confidence)
{
    public string Text { get; } = string.Concat(Symbols.Select(symbol => symbol.Text));

    public double X1 => Symbols[0].X1;

    public double X2 => Symbols[^1].X2;

    public bool HasKhmer => Text.Any(KhmerText.IsKhmer);

    public bool HasKhmerLetters => Text.Any(KhmerText.IsKhmerLetter);
}

/// <summary>Khmer code points (Unicode 1780 to 17FF).</summary>
internal static class KhmerText
{
    public static bool IsKhmer(char sign) => sign is >= '\u1780' and <= '\u17FF';

    /// <summary>Consonants and independent vowels: what a Khmer word has at least one of. A lone ៗ or ។ is a 1 or a stroke.</summary>
    public static bool IsKhmerLetter(char sign) => sign is >= '\u1780' and <= '\u17B3';
}
