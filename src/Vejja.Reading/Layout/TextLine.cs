using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>What is known of a line's ink beside its reading.</summary>
[Flags]
internal enum LineMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Digit-sized ink stands beside it that nobody read.</summary>
    UnreadInkBeside = 1,

    /// <summary>Its ink has another colour than the page's print: a pen or a stamp.</summary>
    Coloured = 2,

    /// <summary>A stroke runs through it.</summary>
    CrossedOut = 4,
}

/// <summary>One line of text with where it stands.</summary>
/// <param name="Id">The block's identifier, given in reading order.</param>
/// <param name="Page">Index of its page.</param>
/// <param name="Polygon">Its ink in page pixels.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Type">The part of the sheet.</param>
internal sealed record TextLine(string Id, int Page, Polygon Polygon, LineReading Reading, BlockType Type)
{
    public LineMarks Marks { get; init; }

    public string Text => Reading.Text;

    public Box Box => Polygon.Bounds;
}
