using System.Collections.Immutable;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>A cell with its text.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Lines">Its lines, top to bottom, with identifiers; empty for an empty cell.</param>
/// <param name="IsDash">Whether its only ink is a lone dash.</param>
internal sealed record ReadCell(GridCell Place, ImmutableArray<TextLine> Lines, bool IsDash)
{
    public bool IsEmpty => Lines.IsEmpty;

    public InkText Text { get; } = InkText.Of(Lines);

    /// <summary>The kept text, then what rival engines read.</summary>
    public ImmutableArray<InkText> Variants => ReadingVariants.Of(Lines);

    public ImmutableArray<string> Sources => [.. Lines.Select(line => line.Id)];
}

/// <summary>A table with its text.</summary>
internal sealed record ReadTable(int Page, Grid Grid, ImmutableArray<ReadCell> Cells)
{
    /// <summary>The cell that covers a position; null outside the table.</summary>
    public ReadCell? At(int row, int column) => Cells.FirstOrDefault(cell =>
        row >= cell.Place.Row && row < cell.Place.Row + cell.Place.RowSpan
        && column >= cell.Place.Column && column < cell.Place.Column + cell.Place.ColumnSpan);
}
