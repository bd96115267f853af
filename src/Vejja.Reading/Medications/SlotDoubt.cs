using Vejja.Reading.Tables;

namespace Vejja.Reading.Medications;

/// <summary>
/// A header that was misread makes a column of quantities one of doses: its numbers are too large to be taken at one time, or its header is ink that nobody could read.
/// Such a column keeps its place, but nothing that rests on it is sure.
/// </summary>
internal static class SlotDoubt
{
    /// <summary>Nobody is told to take so many at one time in one row after the other.</summary>
    private const decimal TooMany = 7;

    private const double Doubtful = 0.5;

    /// <summary>What a column is by its place or by a word hardly read: quantity and days may still bear it out.</summary>
    private const double Unread = 0.7;

    /// <summary>Signs of a header that are read with less than this in the mean say little, however near their word is.</summary>
    private const double Legible = 0.6;

    /// <summary>The meaning, less sure where the cells speak against it.</summary>
    public static TableMeaning Weigh(ReadTable table, TableMeaning meaning) => meaning with
    {
        Columns = [.. meaning.Columns.Select((column, index) => column.Slot is null ? column : column with { Confidence = Math.Min(column.Confidence, Limit(table, meaning, index)) })],
    };

    private static double Limit(ReadTable table, TableMeaning meaning, int column)
    {
        decimal[] amounts = [.. Enumerable.Range(meaning.FirstRow, Math.Max(0, table.Grid.Rows - meaning.FirstRow)).Select(row => table.At(row, column))
            .Where(cell => cell is { IsEmpty: false, IsDash: false }).Select(cell => AmountReading.AtHead(cell!.Text)?.Value ?? 0).Where(amount => amount > 0)];
        if (amounts.Length > 0 && 2 * amounts.Count(amount => amount >= TooMany) >= amounts.Length)
            return Doubtful;
        var header = Enumerable.Range(0, meaning.FirstRow).Select(row => table.At(row, column)).LastOrDefault(cell => cell is { IsEmpty: false });
        return header is { } words && words.Text.Mean < Legible ? Math.Max(Unread, words.Text.Mean) : 1;
    }
}
