using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>
/// How far the text of a straightened page still leans. The grain of a table top or the folds of a cloth may be taken for ruling lines or for text; ink where
/// lines were detected is text. Their boxes do not tell enough: a detector draws many a leaning line a level one.
/// </summary>
internal static class TextLean
{
    /// <summary>Degrees from which the page is straightened once more: the rows of a wide table without rules rise by a third of their distance.</summary>
    public const double Least = 0.7;

    private const int FewestLines = 4;

    /// <summary>Degrees clockwise by which the text leans on the page; null where it is too little to tell.</summary>
    public static double? Find(UprightPage page, ImmutableArray<DetectedLine> lines, IPageStraightener straightener) =>
        lines.Length >= FewestLines ? straightener.FindLean(TextInk.Of(page.Ink, lines)) : null;

    /// <summary>What leans by so many degrees in the middle of the text, on the picture turned upright: perspective may have been undone that it never had.</summary>
    public static double OnPicture(Page page, ImmutableArray<DetectedLine> lines, double lean)
    {
        const double step = 100;
        var boxes = lines.Select(line => line.Polygon.Bounds).ToList();
        var (x, y) = (boxes.Average(box => (box.X1 + box.X2) / 2), boxes.Average(box => (box.Y1 + box.Y2) / 2));
        var (sin, cos) = Math.SinCos(lean * Math.PI / 180);
        var (from, to) = (page.Transform.Apply(new(x, y)), page.Transform.Apply(new(x + (step * cos), y + (step * sin))));
        return Math.IEEERemainder((Math.Atan2(to.Y - from.Y, to.X - from.X) * 180 / Math.PI) - page.Rotation, 360);
    }
}
