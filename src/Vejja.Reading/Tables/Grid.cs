using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Tables;

/// <summary>Where the cells of a table are, before any of them is read.</summary>
/// <param name="Box">The table's outline.</param>
/// <param name="Rows">At least 1.</param>
/// <param name="Columns">At least 1.</param>
/// <param name="Cells">Row by row; spans cover the positions that have no cell of their own.</param>
/// <param name="IsRuled">Whether rules were seen, or only the alignment of its text.</param>
internal sealed record Grid(Box Box, int Rows, int Columns, ImmutableArray<GridCell> Cells, bool IsRuled);

/// <summary>One cell inside its rules.</summary>
/// <param name="Row">Topmost row, from 0.</param>
/// <param name="Column">Leftmost column, from 0.</param>
/// <param name="RowSpan">At least 1.</param>
/// <param name="ColumnSpan">At least 1.</param>
/// <param name="Polygon">Four corners inside the rules: top left, top right, bottom right, bottom left.</param>
internal sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Polygon Polygon);
