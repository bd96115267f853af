using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>How rarely a medicine is usually taken.</summary>
public enum UsualInterval
{
    /// <summary>Daily or more often, or not known.</summary>
    Unstated,

    /// <summary>Usually once a week (methotrexate, alendronic acid).</summary>
    Weekly,

    /// <summary>Usually once a month.</summary>
    Monthly,
}

/// <summary>One active ingredient.</summary>
/// <param name="Id">INN in English, lower case; a descriptive name where no INN exists.</param>
/// <param name="FrenchName">INN or common denomination in French.</param>
/// <param name="Atc">WHO ATC codes; empty where none is known.</param>
/// <param name="Synonyms">Other nonproprietary names.</param>
/// <param name="Interval">How rarely it is usually taken.</param>
public sealed record Substance(string Id, string FrenchName, ImmutableArray<string> Atc, ImmutableArray<string> Synonyms, UsualInterval Interval);
