using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Matches the words of two readings of one line by where they stand.</summary>
internal static class WordMatching
{
    /// <summary>Groups of words that cover the same ink, from left to right; one side is empty where only one engine saw something. Spaces inside a group are kept, those between groups are not.</summary>
    public static ImmutableArray<(ImmutableArray<SymbolReading> First, ImmutableArray<SymbolReading> Second)> Match(
        ImmutableArray<SymbolReading> first, ImmutableArray<SymbolReading> second)
    {
        var words = Words(first, isFirst: true).Concat(Words(second, isFirst: false)).OrderBy(word => word.X1).ToList();
        var groups = new List<List<Word>>();
        double right = double.MinValue;
        foreach (var word in words)
        {
            // Words of one group overlap by more than the slack that engines have in placing their edges.
            double slack = 0.25 * Math.Min(word.X2 - word.X1, groups.Count == 0 ? 1 : groups[^1].Min(member => member.X2 - member.X1));
            if (groups.Count == 0 || word.X1 >= right - slack)
                groups.Add([]);
            groups[^1].Add(word);
            right = groups[^1].Max(member => member.X2);
        }

        return [.. groups.Select(group => (Joined(group, isFirst: true), Joined(group, isFirst: false)))];
    }

    private static IEnumerable<Word> Words(ImmutableArray<SymbolReading> symbols, bool isFirst)
    {
        int start = 0;
        for (int i = 0; i <= symbols.Length; i++)
        {
            if (i < symbols.Length && symbols[i].Text != " ")
                continue;
            if (i > start)
                yield return new Word(symbols[start..i], isFirst);
            start = i + 1;
        }
    }

    private static ImmutableArray<SymbolReading> Joined(List<Word> group, bool isFirst)
    {
        var joined = ImmutableArray.CreateBuilder<SymbolReading>();
        foreach (var word in group.Where(word => word.IsFirst == isFirst))
        {
            if (joined.Count > 0)
                joined.Add(new SymbolReading(" ", Math.Min(joined[^1].Confidence, word.Symbols[0].Confidence), joined[^1].X2, Math.Max(joined[^1].X2, word.X1)));
            joined.AddRange(word.Symbols);
        }

        return joined.ToImmutable();
    }

    private sealed record Word(ImmutableArray<SymbolReading> Symbols, bool IsFirst)
    {
        public double X1 => Symbols[0].X1;

        public double X2 => Symbols[^1].X2;
    }
}
