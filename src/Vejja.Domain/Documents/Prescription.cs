using System.Collections.Immutable;
using Vejja.Domain.Medications;

namespace Vejja.Domain.Documents;

/// <summary>All that was read from one file: the contract <c>vejja/prescription/1</c>.</summary>
public sealed record Prescription
{
    /// <summary>The contract's name and version.</summary>
    public const string SchemaName = "vejja/prescription/1";

    /// <summary>The file's name as given by the caller, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>The pages in order.</summary>
    public ImmutableArray<Page> Pages { get; init; } = [];

    /// <summary>ISO 639-3 codes of the languages seen, most text first: <c>khm</c>, <c>fra</c>, <c>eng</c>.</summary>
    public ImmutableArray<string> Language { get; init; } = [];

    /// <summary>Every line of text in reading order.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>Every table.</summary>
    public ImmutableArray<Table> Tables { get; init; } = [];

    /// <summary>Patient, date, prescriber and the like.</summary>
    public PrescriptionFields Fields { get; init; } = new();

    /// <summary>The medicines, in the sheet's order.</summary>
    public ImmutableArray<Medication> Medications { get; init; } = [];

    /// <summary>Clock hours that the sheet's column headers give to times of day; empty where it gives none.</summary>
    public ImmutableArray<SlotHours> SlotHours { get; init; } = [];

    /// <summary>Probability that every dose-bearing field is right, in [0, 1]: the least certain medicine decides.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether a person must look before anyone relies on it.</summary>
    public bool RequiresReview { get; init; }

    /// <summary>Codes about the whole document, such as <c>no-medication-found</c>.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
