using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Whether a strength is made.</summary>
public enum StrengthStanding
{
    /// <summary>The lexicon does not know all strengths of the medicine in this form, and this is none that it knows.</summary>
    Unknown,

    /// <summary>It is made.</summary>
    Made,

    /// <summary>The lexicon knows the strengths of this form, and this is none of them.</summary>
    NotMade,

    /// <summary>It is not made, but ten, a hundred or a thousand times more or less is: a point, a zero or a unit may have been misread.</summary>
    Tenfold,
}

/// <summary>The lexicon's answer about a strength.</summary>
/// <param name="Standing">Whether it is made.</param>
/// <param name="Made">The strengths that are made in this form, in the contract's notation; for <see cref="StrengthStanding.Tenfold"/> those that differ by a power of ten.</param>
public sealed record StrengthVerdict(StrengthStanding Standing, ImmutableArray<string> Made);
