using System.Collections.Immutable;

namespace Vejja.Reading.Pages;

/// <summary>Finds from its content how a page lies.</summary>
public interface IPageOrientation
{
    /// <summary>By how much the page is turned.</summary>
    /// <param name="page">The page, in any of its four rotations.</param>
    /// <param name="lines">What a detector found on it.</param>
    /// <param name="cancellation">Stops between looks.</param>
    /// <returns>0, 90, 180 or 270: degrees clockwise that the page was turned by and that must be undone; 0 where no text says so.</returns>
    int FindTurn(PageImage page, ImmutableArray<DetectedLine> lines, CancellationToken cancellation);
}
