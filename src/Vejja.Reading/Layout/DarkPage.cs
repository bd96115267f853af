using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>A page of light print on a dark ground, as screens have it: all that looks for ink and rules looks for what is darker than paper, so such a page is read inside out.</summary>
internal static class DarkPage
{
    /// <summary>Whether most of the text, by area, is lighter than its ground.</summary>
    /// <param name="page">The page.</param>
    /// <param name="lines">What was detected on it.</param>
    public static bool Is(PageImage page, ImmutableArray<DetectedLine> lines)
    {
        var boxes = lines.Select(line => line.Polygon.Bounds).ToArray();
        return 2 * boxes.Where(box => new GreyCounts(page, box).IsLightOnDark).Sum(box => box.Area) > boxes.Sum(box => box.Area);
    }
}
