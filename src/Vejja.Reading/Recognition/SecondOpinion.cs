using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Combines what two engines read on the same line, word by word.</summary>
internal static class SecondOpinion
{
    /// <summary>The combined reading.</summary>
    public static LineReading Combine(LineReading first, LineReading second, DoubtOptions options)
    {
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>();
        int fromFirst = 0;
        foreach (var (ours, theirs) in WordMatching.Match(first.Symbols, second.Symbols))
        {
            bool takesOurs = theirs.Length == 0
                || (ours.Length > 0 && (Weakest(ours) >= Weakest(theirs) || IsOtherText(ours, theirs) || LookAlikeSigns.IsFor(Text(theirs), Text(ours))));
            var (chosen, rival) = takesOurs ? (ours, theirs) : (theirs, ours);
            var weighed = SpelledAlike(chosen, rival) ? Agreed(chosen, rival)
                : LookAlikeSigns.MeanAlike(Text(chosen), Text(rival)) ? AgreedButTimes(chosen, rival)
                : Disputed(chosen, rival, options);
            if (symbols.Count > 0)
                symbols.Add(Space(symbols[^1], weighed[0]));
            symbols.AddRange(weighed);
            fromFirst += takesOurs ? weighed.Length : 0;
        }

        var text = string.Concat(symbols.Select(symbol => symbol.Text));
        ImmutableArray<LineReading> rivals = [.. new[] { first, second }.Where(reading => reading.Text.Length > 0 && Letters(reading.Text) != Letters(text))];
        var combined = new LineReading(
            text, symbols.Aggregate(1.0, (product, symbol) => product * symbol.Confidence), symbols.ToImmutable(), 2 * fromFirst >= symbols.Count ? first.Engine : second.Engine);
        return combined with { Rivals = rivals };
    }

    /// <summary>The text without spaces, which engines set differently around signs.</summary>
    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static bool SpelledAlike(ImmutableArray<SymbolReading> one, ImmutableArray<SymbolReading> other) => Letters(Text(one)) == Letters(Text(other));

    private static string Text(ImmutableArray<SymbolReading> symbols) => string.Concat(symbols.Select(symbol => symbol.Text));

    /// <summary>Two engines that read alike are wrong only where both are.</summary>
    private static ImmutableArray<SymbolReading> Agreed(ImmutableArray<SymbolReading> chosen, ImmutableArray<SymbolReading> rival)
    {
        var confidences = UnitConfidences(rival);
        int unit = 0;
        var weighed = ImmutableArray.CreateBuilder<SymbolReading>(chosen.Length);
        foreach (var symbol in chosen)
        {
            int units = symbol.Text.Count(sign => sign != ' ');
            double other = units == 0 ? symbol.Confidence : confidences.Skip(unit).Take(units).Min();
            unit += units;
            weighed.Add(symbol with { Confidence = 1 - ((1 - symbol.Confidence) * (1 - other)) });
        }

        return weighed.MoveToImmutable();
    }

    /// <summary>An engine without × writes x: that says "times" too, so the words agree, and only which of the two signs stands there is open.</summary>
    private static ImmutableArray<SymbolReading> AgreedButTimes(ImmutableArray<SymbolReading> chosen, ImmutableArray<SymbolReading> rival) =>
        [.. Agreed(chosen, rival).Select(symbol => LookAlikeSigns.IsTimes(symbol.Text) ? symbol with { Confidence = Math.Min(LookAlikeSigns.MostConfidence, symbol.Confidence) } : symbol)];

    /// <summary>Lowers the signs that the other engine reads otherwise: of two exclusive readings with probabilities p and q (the sign's, and that of the rival's least sure sign), the first holds with p(1 − q) / (p(1 − q) + q(1 − p)).</summary>
    private static ImmutableArray<SymbolReading> Disputed(ImmutableArray<SymbolReading> chosen, ImmutableArray<SymbolReading> rival, DoubtOptions options)
    {
        var supported = SignAlignment.Supported(chosen, rival);
        double q = rival.Length == 0 ? 0 : Weakest(rival);
        double most = LookAlikeSigns.HasAny(Text(rival)) ? LookAlikeSigns.MostConfidence : 1;
        return [.. chosen.Select((symbol, i) => supported[i] ? symbol
            : symbol with { Confidence = Math.Min(most, Math.Min(symbol.Confidence, Against(symbol.Confidence, q)) * options.Disagreement) })];
    }

    private static double Against(double p, double q)
    {
        double holds = p * (1 - q), fails = q * (1 - p);
        return holds + fails <= 0 ? 0 : holds / (holds + fails);
    }

    /// <summary>Whether the other engine reads another text altogether, and less surely on the whole: a long word with one doubtful sign is not what an engine that knows none of its letters sees in it.</summary>
    private static bool IsOtherText(ImmutableArray<SymbolReading> ours, ImmutableArray<SymbolReading> theirs) =>
        2 * SignAlignment.Supported(ours, theirs).Count(isSupported => isSupported) < ours.Length && Typical(ours) >= Typical(theirs);

    /// <summary>The geometric mean of the signs' confidences.</summary>
    private static double Typical(ImmutableArray<SymbolReading> symbols) => Math.Exp(symbols.Average(symbol => Math.Log(Math.Max(symbol.Confidence, 1e-6))));

    /// <summary>The least sure sign: where a word is wrong, one of its signs is doubtful, however sure the others are.</summary>
    private static double Weakest(ImmutableArray<SymbolReading> symbols) => symbols.Min(symbol => symbol.Confidence);

    /// <summary>Confidence of each UTF-16 unit, spaces left out.</summary>
    private static List<double> UnitConfidences(ImmutableArray<SymbolReading> symbols) =>
        [.. symbols.SelectMany(symbol => symbol.Text.Where(sign => sign != ' ').Select(_ => symbol.Confidence))];

    private static SymbolReading Space(SymbolReading before, SymbolReading after) =>
        new(" ", Math.Min(before.Confidence, after.Confidence), before.X2, Math.Max(before.X2, after.X1));
}
