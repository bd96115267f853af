using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Truth;

/// <summary>A word and where its ink stands, in pixels of the image.</summary>
internal sealed record TruthWord(string Block, int Page, string Text, Polygon Polygon);

/// <summary>Ink that is no text to be read: stamps, codes, signatures.</summary>
internal sealed record IgnoredInk(int Page, Polygon Polygon);

/// <summary>What a medicine's truth says beyond the contract.</summary>
/// <param name="Ingredient">INN in English, to look it up in the lexicon.</param>
/// <param name="Optional">Fields that are not printed but can be inferred: right is no hit, wrong is a fault.</param>
/// <param name="IsMismatched">Whether the quantity deliberately disagrees.</param>
/// <param name="IsHandwritten">Whether entries look written by hand: a reader should ask for review.</param>
/// <param name="IsHeldOut">Whether the ingredient is drawn in the test split only.</param>
internal sealed record TruthMedication(string Ingredient, ImmutableArray<string> Optional, bool IsMismatched, bool IsHandwritten, bool IsHeldOut);

/// <summary>A sheet's truth: the contract as a perfect reader would fill it, and what a scorer needs beside it.</summary>
internal sealed record TruthDocument
{
    /// <summary>Name and version of the format.</summary>
    public const string SchemaName = "vejja-bench/truth/1";

    /// <summary>The family of templates.</summary>
    public required string Family { get; init; }

    /// <summary>The seed that made it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The split.</summary>
    public required Split Split { get; init; }

    /// <summary>How it was photographed: <c>clean</c>, <c>mild</c>, <c>hard</c>, <c>brutal</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The typefaces used.</summary>
    public required ImmutableArray<string> Typefaces { get; init; }

    /// <summary>The contract, coordinates in pixels of the image file (its <c>transform</c> is the identity even where the picture is turned).</summary>
    public required Prescription Prescription { get; init; }

    /// <summary>Every word.</summary>
    public required ImmutableArray<TruthWord> Words { get; init; }

    /// <summary>The blocks in which a field's text stands, by field: <c>patientName</c>, <c>m1.name</c>.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Roles { get; init; }

    /// <summary>Ink that is no text.</summary>
    public required ImmutableArray<IgnoredInk> Ignored { get; init; }

    /// <summary>More about each medicine, by identifier.</summary>
    public required ImmutableSortedDictionary<string, TruthMedication> Medications { get; init; }
}
