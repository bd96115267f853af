using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>
/// A header that was misread makes a column of quantities one of doses: its numbers are too large to be taken at one time, or its header is ink that nobody could read.
/// Or it makes a column of doses one of nothing: then doses stand beside the times of day that no time is known for. Such columns keep their place, but nothing that rests on them is sure.
/// </summary>
internal static class SlotDoubt
{
    /// <summary>Nobody is told to take so many at one time in one row after the other.</summary>
    private const decimal TooMany = 7;

    /// <summary>Times of day that a sheet has columns for: where all are known, a column beside them is something else.</summary>
    private const int TimesOfDay = 4;

    private const double Doubtful = 0.5;

    /// <summary>What a column is by its place or by a word hardly read: quantity and days may still bear it out.</summary>
    private const double Unread = 0.7;

    /// <summary>Signs of a header that are read with less than this in the mean say little, however near their word is.</summary>
    private const double Legible = 0.6;

    /// <summary>The meaning, less sure where the cells speak against it.</summary>
    public static TableMeaning Weigh(ReadTable table, TableMeaning meaning)
    {
        var most = HasUnreadSlot(table, meaning) ? Doubtful : 1;
        return meaning with
        {
            Columns = [.. meaning.Columns.Select((column, index) => column.Slot is null ? column : column with { Confidence = Math.Min(column.Confidence, Math.Min(most, Limit(table, meaning, index))) })],
        };
    }

    /// <summary>Whether a column of unknown meaning beside a time of day holds doses and dashes.</summary>
    private static bool HasUnreadSlot(ReadTable table, TableMeaning meaning) =>
        meaning.Columns.Count(column => column.Slot is not null) < TimesOfDay
        && Enumerable.Range(0, meaning.Columns.Length).Any(column => meaning.Columns[column].Kind is ColumnKind.Unknown && IsBesideSlot(meaning, column) && HoldsDoses(table, meaning, column));

    private static bool HoldsDoses(ReadTable table, TableMeaning meaning, int column)
    {
        DoseCell[] cells = [.. Cells(table, meaning, column).Select(DoseCellReading.Read)];
        return cells.Any(cell => cell.State is DoseState.Dose && cell.Amount < TooMany) && 2 * cells.Count(cell => cell.State is not DoseState.Unread && cell.Amount < TooMany) >= cells.Length;
    }

    /// <summary>Whether a time of day, or another column without a meaning that stands beside one, is its neighbour.</summary>
    private static bool IsBesideSlot(TableMeaning meaning, int column)
    {
        int first = column, last = column;
        while (first > 0 && meaning.Columns[first].Kind is ColumnKind.Unknown)
            first--;
        while (last < meaning.Columns.Length - 1 && meaning.Columns[last].Kind is ColumnKind.Unknown)
            last++;
        return meaning.Columns[first].Slot is not null || meaning.Columns[last].Slot is not null;
    }

    private static double Limit(ReadTable table, TableMeaning meaning, int column)
    {
        decimal[] amounts = [.. Cells(table, meaning, column).Where(cell => !cell.IsDash).Select(cell => AmountReading.AtHead(cell.Text)?.Value ?? 0).Where(amount => amount > 0)];
        if (amounts.Length > 0 && 2 * amounts.Count(amount => amount >= TooMany) >= amounts.Length)
            return Doubtful;
        var header = Enumerable.Range(0, meaning.FirstRow).Select(row => table.At(row, column)).LastOrDefault(cell => cell is { IsEmpty: false });
        return header is { } words && words.Text.Mean < Legible ? Math.Max(Unread, words.Text.Mean) : 1;
    }

    /// <summary>A column's cells below the header that hold ink.</summary>
    private static IEnumerable<ReadCell> Cells(ReadTable table, TableMeaning meaning, int column) =>
        Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow)).Select(row => table.At(row, column)).OfType<ReadCell>().Where(cell => !cell.IsEmpty);
}
