using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;
using Vejja.Reading.Tables;

namespace Vejja.Reading.Tests;

/// <summary>Lines and tables as if they had been read.</summary>
internal static class Printed
{
    public static LineReading Reading(string text, double confidence = 0.98) =>
        new(text, confidence, [.. text.Select((sign, index) => new SymbolReading(sign.ToString(), confidence, (double)index / text.Length, (index + 1.0) / text.Length))], "test");

    public static TextLine Line(string text, double x = 0, double y = 0, string id = "b1", double confidence = 0.98, BlockType type = BlockType.Header) =>
        new(id, 0, Polygon.From(new Box(x, y, x + Math.Max(1, 10 * text.Length), y + 20)), Reading(text, confidence), type);

    public static InkText Ink(string text, double confidence = 0.98) => InkText.Of([Line(text, confidence: confidence)]);

    /// <summary>One line a text, 30 pixels apart; a text with | is a row of lines.</summary>
    public static ImmutableArray<TextLine> Sheet(params string[] rows) =>
        [.. rows.SelectMany((row, index) => row.Split('|').Select((text, column) => (text, index, column)))
            .Select((cell, id) => Line(cell.text.TrimStart(), (500 * cell.column) + (10 * (cell.text.Length - cell.text.TrimStart().Length)), 30 * cell.index, $"b{id + 1}"))];

    /// <summary>A ruled table: cells of a row are parted by |, lines of a cell by /; a cell &lt; is part of the one to its left, ^ of the one above.</summary>
    public static ReadTable Table(params string[] rows) => Table(0.98, rows);

    public static ReadTable Table(double confidence, params string[] rows)
    {
        var texts = rows.Select(row => row.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
        var columns = texts[0].Length;
        var cells = ImmutableArray.CreateBuilder<ReadCell>();
        var next = 1;
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var text = texts[row][column];
                if (text is "<" or "^")
                    continue;
                int columnSpan = 1, rowSpan = 1;
                while (column + columnSpan < columns && texts[row][column + columnSpan] == "<")
                    columnSpan++;
                while (row + rowSpan < rows.Length && texts[row + rowSpan][column] == "^")
                    rowSpan++;
                var box = new Box(100 * column, 50 * row, 100 * (column + columnSpan), 50 * (row + rowSpan));
                var lines = text.Length == 0 ? [] : text.Split('/').Select(line => Line(line, box.X1, box.Y1, $"b{next++}", confidence, BlockType.Table)).ToImmutableArray();
                cells.Add(new(new GridCell(row, column, rowSpan, columnSpan, Polygon.From(box)), lines, text == "-"));
            }
        }

        return new(0, new Grid(new Box(0, 0, 100 * columns, 50 * rows.Length), rows.Length, columns, [.. cells.Select(cell => cell.Place)], true), cells.ToImmutable());
    }
}
