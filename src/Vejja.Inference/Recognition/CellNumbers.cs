using System.Collections.Immutable;

namespace Vejja.Inference.Recognition;

/// <summary>
/// In a table, 2l is 21: of what the network holds likely in a cell, digits alone stand before digits among letters that look like them. The digit keeps the
/// network's own probability, so that it is still marked for review.
/// </summary>
internal static class CellNumbers
{
    /// <summary>Letters and strokes, and the digits that they look like.</summary>
    private static readonly ImmutableDictionary<string, string> Digits =
        new Dictionary<string, string> { ["l"] = "1", ["I"] = "1", ["|"] = "1", ["i"] = "1", ["O"] = "0", ["o"] = "0" }.ToImmutableDictionary();

    /// <summary>The number that a reading looks like, if it is among the likely ones; else the reading.</summary>
    /// <param name="labels">The likeliest reading.</param>
    /// <param name="likely">All that are likely.</param>
    /// <param name="alphabet">What each class stands for.</param>
    public static List<int> Of(List<int> labels, IEnumerable<SpeltLabels> likely, ImmutableArray<string> alphabet)
    {
        string[] signs = [.. labels.Select(label => alphabet[label])];
        if (!signs.Any(IsDigit) || signs.All(IsDigit) || !signs.All(sign => IsDigit(sign) || Digits.ContainsKey(sign)))
            return labels;
        string[] number = [.. signs.Select(sign => Digits.GetValueOrDefault(sign, sign))];
        return likely.FirstOrDefault(reading => reading.Labels.Select(label => alphabet[label]).SequenceEqual(number))?.Labels ?? labels;
    }

    private static bool IsDigit(string sign) => sign is [>= '0' and <= '9'];
}
