using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Domain.Documents;

/// <summary>A table, ruled or found from the alignment of its text.</summary>
/// <param name="Page">Index of its page.</param>
/// <param name="Box">The table's outline.</param>
/// <param name="Rows">Number of rows, at least 1.</param>
/// <param name="Columns">Number of columns, at least 1.</param>
/// <param name="Cells">Every cell, row by row; spans cover the positions that have no cell of their own.</param>
public sealed record Table(int Page, Box Box, int Rows, int Columns, ImmutableArray<TableCell> Cells);

/// <summary>One cell.</summary>
/// <param name="Row">Topmost row, from 0.</param>
/// <param name="Column">Leftmost column, from 0.</param>
/// <param name="RowSpan">Rows covered, at least 1.</param>
/// <param name="ColumnSpan">Columns covered, at least 1.</param>
/// <param name="Text">Its lines joined by a line feed; empty for an empty cell.</param>
/// <param name="Confidence">Probability that the text is right, in [0, 1].</param>
/// <param name="Box">The cell inside its rules.</param>
/// <param name="Blocks">Identifiers of its lines, top to bottom.</param>
public sealed record TableCell(
    int Row, int Column, int RowSpan, int ColumnSpan, string Text, double Confidence, Box Box, ImmutableArray<string> Blocks);
