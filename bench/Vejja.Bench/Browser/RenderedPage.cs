using System.Collections.Immutable;

namespace Vejja.Bench.Browser;

/// <summary>A rectangle as the page's script gives it, CSS pixels of its page.</summary>
internal readonly record struct RenderedBox(double X1, double Y1, double X2, double Y2);

/// <summary>A word. <paramref name="Glued"/>: no blank stands between it and the word before. <paramref name="F"/>: the field it belongs to.</summary>
internal sealed record RenderedWord(string Text, bool Glued, string? F, RenderedBox Box);

/// <summary>A line of text.</summary>
internal sealed record RenderedLine(string Type, RenderedBox Box, bool Handwritten, ImmutableArray<RenderedWord> Words)
{
    /// <summary>The words with the blanks between them.</summary>
    public string Text => string.Concat(Words.Select((word, index) => index == 0 || word.Glued ? word.Text : " " + word.Text));
}

/// <summary>A cell; <paramref name="Lines"/> are indices into the page's lines.</summary>
internal sealed record RenderedCell(int Row, int Column, int RowSpan, int ColumnSpan, RenderedBox Box, ImmutableArray<int> Lines);

/// <summary>A table.</summary>
internal sealed record RenderedTable(RenderedBox Box, int Rows, int Columns, ImmutableArray<RenderedCell> Cells);

/// <summary>A page as laid out by the browser. <paramref name="Left"/> and <paramref name="Top"/> place it in the document.</summary>
internal sealed record RenderedPage(
    double Width, double Height, double Left, double Top, ImmutableArray<RenderedLine> Lines, ImmutableArray<RenderedTable> Tables, ImmutableArray<RenderedBox> Ignored);
