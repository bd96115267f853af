using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Tesseract.Recognition;

/// <summary>Takes off what a crop's edges hold of the table's rules: Tesseract reads them as <c>|</c> or <c>!</c>.</summary>
internal static class RuleRemains
{
    // Share of the crop's width beside each edge in which a stroke may be a rule.
    private const double Edge = 0.08;

    /// <summary>The words without such strokes at the line's ends.</summary>
    public static ImmutableArray<TesseractWord> Remove(ImmutableArray<TesseractWord> words)
    {
        var kept = words.ToBuilder();
        while (kept.Count > 0 && IsRule(kept[0].Symbols[0].Text) && kept[0].X1 < Edge)
            Shorten(kept, 0, kept[0].Symbols[1..]);
        while (kept.Count > 0 && IsRule(kept[^1].Symbols[^1].Text) && kept[^1].X2 > 1 - Edge)
            Shorten(kept, kept.Count - 1, kept[^1].Symbols[..^1]);
        return kept.ToImmutable();
    }

    private static void Shorten(ImmutableArray<TesseractWord>.Builder words, int index, ImmutableArray<SymbolReading> symbols)
    {
        if (symbols.Length == 0)
            words.RemoveAt(index);
        else
            words[index] = new TesseractWord(symbols, words[index].Certainty);
    }

    private static bool IsRule(string sign) => sign is "|" or "!" or "‘" or "[" or "]";
}
