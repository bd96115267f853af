using System.Collections.Immutable;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Guards;

/// <summary>The words that decide at once (Data/patterns.tsv): signs of danger first, then orders to the program, then what is never answered.</summary>
internal static class GatePatterns
{
    private static readonly Lazy<ImmutableArray<PatternRule>> Rules = new(static () =>
        [.. EmbeddedTable.Read(typeof(GatePatterns).Assembly, "Vejja.Language.Guards.Data.patterns.tsv", "class", "pattern", "sense")
            .Select(row => PatternRule.Parse(MessageClasses.FromCode(row[0]), row[1]))
            .OrderBy(rule => rule.Class)]);

    /// <summary>The first class with a rule that matches; null for none.</summary>
    public static MessageClass? Find(MessageWords message) => Rules.Value.FirstOrDefault(rule => rule.Matches(message))?.Class;
}
