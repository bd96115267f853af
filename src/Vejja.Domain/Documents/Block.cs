using Vejja.Domain.Geometry;

namespace Vejja.Domain.Documents;

/// <summary>The part of a sheet that a block belongs to.</summary>
public enum BlockType
{
    /// <summary>Letterhead, patient, date: what stands above the medicines.</summary>
    Header,

    /// <summary>Running text, medicines written without a table.</summary>
    Body,

    /// <summary>Inside a table.</summary>
    Table,

    /// <summary>Signature, advice to come back: what stands below the medicines.</summary>
    Footer,
}

/// <summary>The writing system of a text.</summary>
public enum Script
{
    /// <summary>No letter: digits, symbols or nothing.</summary>
    None,

    /// <summary>Khmer letters only.</summary>
    Khmer,

    /// <summary>Latin letters only.</summary>
    Latin,

    /// <summary>Khmer and Latin letters.</summary>
    Mixed,
}

/// <summary>One line of text, in reading order.</summary>
/// <param name="Id">Identifier inside the document, such as <c>b12</c>.</param>
/// <param name="Page">Index of its page.</param>
/// <param name="Text">The text after clean-up.</param>
/// <param name="Polygon">Where the ink stands.</param>
/// <param name="Confidence">Probability that the text is right, in [0, 1].</param>
/// <param name="Type">The part of the sheet.</param>
/// <param name="Script">The writing system.</param>
public sealed record Block(
    string Id, int Page, string Text, Polygon Polygon, double Confidence, BlockType Type, Script Script)
{
    /// <summary>The axis-parallel box around <see cref="Polygon"/>.</summary>
    public Box Box => Polygon.Bounds;

    /// <summary>What the recogniser gave before clean-up; equal to <see cref="Text"/> where nothing was changed.</summary>
    public string RawText { get; init; } = Text;
}
