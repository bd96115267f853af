using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// How high the letters of a straightened page are. The grain of a table top around a small sheet counts for letters before lines are detected: the page is enlarged
/// for nothing, and its rules are looked for in the wrong size.
/// </summary>
internal static class TextSize
{
    /// <summary>A page is straightened once more where its letters are so many times as high as was thought, or as low: of 50 bench sheets two were.</summary>
    private const double Misjudgement = 1.15;

    /// <summary>The height of letters in pixels of the picture, where the page was made by another; null where it was made by the right one, or where there is too little text to tell.</summary>
    public static double? Misjudged(UprightPage page, ImmutableArray<DetectedLine> lines, IPageStraightener straightener)
    {
        if (page.LetterHeight is not { } thought || straightener.FindLetterHeight(TextInk.Of(page.Ink, lines)) is not { } letters
            || Math.Max(letters / thought, thought / letters) < Misjudgement)
            return null;
        var (x, y) = (page.Page.Width / 2.0, page.Page.Height / 2.0);
        return PictureScale.Height(page.Page, new(x, y, x, y + letters));
    }
}
