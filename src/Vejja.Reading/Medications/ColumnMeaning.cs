using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;

namespace Vejja.Reading.Medications;

/// <summary>What a column of a medicine table holds.</summary>
internal enum ColumnKind
{
    Unknown,
    Number,
    Name,
    Strength,
    Form,
    Quantity,
    Unit,
    Usage,
    Remark,
    Days,

    /// <summary>Amount at one time, where another column gives the total.</summary>
    Dose,

    /// <summary>Times a day.</summary>
    PerDay,

    /// <summary>A time of day; its cells hold doses.</summary>
    Slot,
}

/// <summary>The meaning of one column, from its header.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Slot">The time of day of a <see cref="ColumnKind.Slot"/>.</param>
/// <param name="Confidence">Probability that the meaning is right.</param>
/// <param name="Header">The header's words, one line; empty where the column has none.</param>
/// <param name="Source">The header's block; null where the column has none.</param>
internal sealed record ColumnMeaning(ColumnKind Kind, EventTiming? Slot, double Confidence, string Header, string? Source)
{
    /// <summary>The clock hours that the header gives, if any.</summary>
    public SlotHours? Hours { get; init; }

    public static ColumnMeaning Nothing { get; } = new(ColumnKind.Unknown, null, 0, "", null);
}

/// <summary>A table's columns, and where its rows of medicines begin.</summary>
/// <param name="Columns">One meaning a column.</param>
/// <param name="FirstRow">The first row below the header.</param>
internal sealed record TableMeaning(System.Collections.Immutable.ImmutableArray<ColumnMeaning> Columns, int FirstRow);
