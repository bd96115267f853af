using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Readings of parts of a line.</summary>
internal static class PartialReadings
{
    /// <summary>The signs from one index to another as a reading of their own.</summary>
    public static LineReading Part(this LineReading line, int from, int to) => Of(line.Symbols[from..to], line.Engine);

    /// <summary>The line with other signs there. Rivals of the part become rivals of the line; those it had keep what they say of the rest.</summary>
    public static LineReading With(this LineReading line, int from, int to, LineReading part)
    {
        var replaced = Replace(line, from, to, part);
        return replaced with
        {
            Rivals = [.. part.Rivals.Select(rival => Replace(line, from, to, rival)).Concat(line.Rivals)
                .Where(rival => rival.Text != replaced.Text).DistinctBy(rival => rival.Text)],
        };
    }

    private static LineReading Replace(LineReading line, int from, int to, LineReading part) =>
        Of([.. line.Symbols[..from], .. part.Symbols, .. line.Symbols[to..]], line.Engine);

    private static LineReading Of(ImmutableArray<SymbolReading> symbols, string engine) => new(
        string.Concat(symbols.Select(symbol => symbol.Text)), symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence), symbols, engine);
}
