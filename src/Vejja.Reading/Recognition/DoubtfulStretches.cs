using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>A part of a line of which a recogniser is not sure: whole words.</summary>
/// <param name="From">Index of its first sign.</param>
/// <param name="To">One past its last sign.</param>
internal readonly record struct DoubtfulStretch(int From, int To);

/// <summary>Finds the words of a reading that a second engine should look at: of a long line often one in ten.</summary>
internal static class DoubtfulStretches
{
    /// <summary>A sure script has signs of at least this confidence in the geometric mean: Khmer that is read into Latin letters has less.</summary>
    private const double SureScript = 0.6;

    /// <summary>The doubtful words, neighbours in one stretch; empty where all are sure.</summary>
    public static ImmutableArray<DoubtfulStretch> Find(LineReading reading, DoubtOptions options)
    {
        var symbols = reading.Symbols;
        if (symbols.IsEmpty)
            return [new(0, 0)];
        // A sign that was nearly seen (a second 1 in 11) lowers the line and no sign: nobody knows where it stood.
        if (reading.Confidence < options.SureLine * symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence))
            return [new(0, symbols.Length)];
        var stretches = ImmutableArray.CreateBuilder<DoubtfulStretch>();
        foreach (var word in Words(symbols).Where(word => !IsSure(symbols[word.From..word.To], options)))
        {
            if (stretches.Count > 0 && word.From <= stretches[^1].To + 1)
                stretches[^1] = stretches[^1] with { To = word.To };
            else
                stretches.Add(word);
        }

        return stretches.ToImmutable();
    }

    /// <summary>The script that the stretch shows; <see cref="Script.Mixed"/> where it may be any.</summary>
    public static Script ScriptOf(ImmutableArray<SymbolReading> symbols)
    {
        if (symbols.IsEmpty || Math.Exp(symbols.Average(symbol => Math.Log(Math.Max(symbol.Confidence, 1e-6)))) < SureScript)
            return Script.Mixed;
        var text = string.Concat(symbols.Select(symbol => symbol.Text));
        return Scripts.Of(text) switch
        {
            Script.Khmer when !text.Any(char.IsDigit) => Script.Khmer,
            Script.Latin => Script.Latin,
            _ => Script.Mixed,
        };
    }

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
