using System.Collections.Immutable;
using Vejja.Domain.Documents;

namespace Vejja.Reading.Pages;

/// <summary>A page ready to be read: turned upright, skew and mild perspective undone, with its ink and its ruling lines.</summary>
/// <param name="Page">Size, angles, warnings and the transform to the original.</param>
/// <param name="Image">The upright picture, light evened.</param>
/// <param name="Ink">Its ink, ruling lines included.</param>
/// <param name="Rulings">Its ruling lines.</param>
public sealed record UprightPage(Page Page, PageImage Image, InkMap Ink, ImmutableArray<RulingLine> Rulings)
{
    /// <summary>The height of letters, in pixels of the upright picture, by which it was made; null where too few were seen.</summary>
    public double? LetterHeight { get; init; }
}
