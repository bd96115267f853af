using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>A part of a line of which a recogniser is not sure: whole words.</summary>
/// <param name="From">Index of its first sign.</param>
/// <param name="To">One past its last sign.</param>
internal readonly record struct DoubtfulStretch(int From, int To);

/// <summary>Finds the words of a reading that a second engine should look at: of a long line often one in ten.</summary>
internal static class DoubtfulStretches
{
    // A word of the language, not a sign, a number or a unit.
    private const int FewestLetters = 3;

    /// <summary>The doubtful Latin words, neighbours in one stretch; empty where all are sure.</summary>
    public static ImmutableArray<DoubtfulStretch> Find(LineReading reading, DoubtOptions options)
    {
        var symbols = reading.Symbols;
        // A sign that was nearly seen (a second 1 in 11) lowers the line and no sign: nobody knows where it stood.
        if (reading.Confidence < options.SureLine * symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence))
            return IsLatin(symbols) ? [new(0, symbols.Length)] : [];
        var stretches = ImmutableArray.CreateBuilder<DoubtfulStretch>();
        foreach (var word in Words(symbols).Where(word => !IsSure(symbols[word.From..word.To], options)))
        {
            if (stretches.Count > 0 && word.From <= stretches[^1].To + 1)
                stretches[^1] = stretches[^1] with { To = word.To };
            else
                stretches.Add(word);
        }

        return [.. stretches.Where(stretch => IsLatin(symbols[stretch.From..stretch.To]))];
    }

    /// <summary>Whether a second engine can help: only Latin words gain by it (docs/recognizer.md).</summary>
    private static bool IsLatin(ImmutableArray<SymbolReading> part) =>
        part.Count(symbol => char.IsAsciiLetter(symbol.Text[0])) >= FewestLetters && !part.Any(symbol => symbol.Text.Any(sign => sign is >= '\u1780' and <= '\u17FF'));

    private static bool IsSure(ImmutableArray<SymbolReading> word, DoubtOptions options) =>
        word.All(symbol => symbol.Confidence >= options.SureSign) && word.Aggregate(1.0, (product, symbol) => product * symbol.Confidence) >= options.SureLine;

    private static IEnumerable<DoubtfulStretch> Words(ImmutableArray<SymbolReading> symbols)
    {
        var start = 0;
        for (var i = 0; i <= symbols.Length; i++)
        {
            if (i < symbols.Length && symbols[i].Text != " ")
                continue;
            if (i > start)
                yield return new(start, i);
            start = i + 1;
        }
    }
}
