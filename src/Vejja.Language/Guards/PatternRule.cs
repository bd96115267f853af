using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>One row of the patterns: terms in their order, each a choice of words. The head of the data file says how they are written.</summary>
/// <param name="Class">What a message with these words is.</param>
/// <param name="Terms">The terms.</param>
internal sealed record PatternRule(MessageClass Class, ImmutableArray<PatternTerm> Terms)
{
    /// <summary>Whether the words stand in the message.</summary>
    public bool Matches(MessageWords message) => Matches(message, 0, 0);

    /// <summary>Reads a pattern.</summary>
    public static PatternRule Parse(MessageClass value, string pattern) => new(value, [.. pattern.Split('…').SelectMany((part, i) =>
        part.Split('+').Select((term, j) => PatternTerm.Parse(term, loose: i > 0 && j == 0)))]);

    private bool Matches(MessageWords message, int term, int from) =>
        term == Terms.Length || Terms[term].Ends(message, from, isFirst: term == 0).Any(end => Matches(message, term + 1, end));
}
