using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;
using Vejja.Reading.Tables;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>What a cell in a time-of-day column says.</summary>
/// <param name="State">Whether it holds a dose, none, or ink that was not understood.</param>
/// <param name="Confidence">Probability that the number (or its absence) is right.</param>
/// <param name="Text">The words on the page, one line.</param>
/// <param name="Source">The cell's blocks.</param>
internal sealed record DoseCell(DoseState State, double Confidence, string Text, ImmutableArray<string> Source)
{
    /// <summary>The amount at one time; 0 where there is none.</summary>
    public decimal Amount { get; init; }

    /// <summary>The printed unit.</summary>
    public PrintedTerm? Unit { get; init; }

    /// <summary>PC, AC, C or HS; null where the cell names no meal.</summary>
    public EventTiming? Meal { get; init; }
}

/// <summary>What a dose cell was understood as.</summary>
internal enum DoseState
{
    /// <summary>Nothing to take: an empty cell, a dash, a zero.</summary>
    None,

    /// <summary>A dose.</summary>
    Dose,

    /// <summary>Ink that was not understood.</summary>
    Unread,
}

/// <summary>Cells of time-of-day columns: <c>1</c>, <c>-</c>, <c>1/2</c>, <c>1 គ្រាប់ ក្រោយបាយ</c>, also over two lines.</summary>
internal static class DoseCellReading
{
    /// <summary>Sureness of a paper-only cell: ink too faint to be found is rare, but it happens.</summary>
    private const double EmptyCell = 0.97;

    /// <summary>Sureness of a dose with other ink around it.</summary>
    private const double Doubtful = 0.6;

    /// <summary>Sureness of a dash decided by its form.</summary>
    private const double LoneDash = 0.97;

    /// <summary>Reads a cell; a missing cell is an empty one.</summary>
    public static DoseCell Read(ReadCell? cell)
    {
        if (cell is null || cell.IsEmpty)
            return new(DoseState.None, EmptyCell, "", []);
        var words = cell.Text.Text.Replace('\n', ' ').Trim();
        if (cell.IsDash)
            return new(DoseState.None, LoneDash, "-", cell.Sources);
        if (IsDash(words))
            return new(DoseState.None, Math.Min(0.95, cell.Text.Weakest), words, cell.Sources);
        return ReadDose(cell.Text, words, cell.Sources) ?? ReadDoubtful(cell, words) ?? new(DoseState.Unread, 0.2, words, cell.Sources);
    }

    /// <summary>A pen's circle around a dose is read as brackets beside it: most probably the dose, never surely.</summary>
    private static DoseCell? ReadDoubtful(ReadCell cell, string words)
    {
        var bare = cell.Text.Trim('(', ')', '[', ']', '|', '/', '\'', ',', '.', '‘', '’', '*', '°');
        return ReadDose(bare, words, cell.Sources) is { } dose ? dose with { Confidence = Math.Min(Doubtful, dose.Confidence) } : null;
    }

    private static DoseCell? ReadDose(InkText text, string words, ImmutableArray<string> sources)
    {
        if (AmountReading.AtHead(text) is not { } amount)
            return null;
        if (TailReading.Read(amount.Rest) is not { } tail)
            return null;
        var confidence = amount.Ink.Weakest * tail.Confidence;
        return amount.Value == 0
            ? new(DoseState.None, confidence, words, sources)
            : new(DoseState.Dose, confidence, words, sources) { Amount = amount.Value, Unit = tail.Unit, Meal = tail.Meal };
    }

    private static bool IsDash(string words) => words.Length > 0 && words.All(sign => sign is '-' or '–' or '—' or '_' or '−' or ' ' or '.' or '…');
}
