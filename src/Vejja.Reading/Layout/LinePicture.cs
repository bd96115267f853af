using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>A picture of one line, cut out by somebody else: it is read as a whole. A detector, made for pages, finds of a line that touches the edges or is grainy
/// only a part, or nothing, and takes what is left of rules and neighbours at the edges for more lines.</summary>
internal static class LinePicture
{
    /// <summary>Higher pictures, in pixels, are pages, and so are those less wide than this, in heights.</summary>
    private const int Highest = 300;

    private const double Narrowest = 3;

    /// <summary>The same of pictures that have no room for more than a line: a word may be all they show.</summary>
    private const int Small = 100;

    private const double NarrowestSmall = 0.5;

    /// <summary>Where nothing is detected and less than this share is ink, there is no line.</summary>
    private const double LeastInk = 0.02;

    /// <summary>What stands above or below the largest box and is lower than this, in its heights, is dirt; where it touches the edge, what was left of a neighbour.</summary>
    private const double Dirt = 0.6, Neighbour = 0.8, Edge = 1.5;

    /// <summary>What reaches into the largest box with more than this share of its height is of the same line.</summary>
    private const double Shared = 0.3;

    /// <summary>A picture no higher than this, in pixels, has no room for much paper: a box lower than this, in its heights, is not what it shows.</summary>
    private const int Tight = 80;

    private const double Low = 0.4;

    /// <summary>A detector's box cuts what stands above and below the bodies of the letters: this, in its heights, is taken besides.</summary>
    private const double Around = 0.25;

    /// <summary>Whether a picture has the shape of one line.</summary>
    public static bool Is(PageImage picture) =>
        picture.Height <= Highest && picture.Width >= (picture.Height <= Small ? NarrowestSmall : Narrowest) * picture.Height;

    /// <summary>What is to be read: of a picture of one line that line from edge to edge, of others what was detected.</summary>
    /// <param name="page">The upright picture.</param>
    /// <param name="detected">What was detected in it.</param>
    public static ImmutableArray<DetectedLine> Whole(UprightPage page, ImmutableArray<DetectedLine> detected)
    {
        if (!Is(page.Image))
            return detected;
        var picture = new Box(0, 0, page.Image.Width, page.Image.Height);
        if (detected.IsEmpty)
            return page.Ink.Pixels.Count(ink => ink != 0) < LeastInk * picture.Area ? [] : [new(Polygon.From(picture), 0)];
        ImmutableArray<Box> boxes = [.. LineFragments.Without(detected).Select(line => line.Polygon.Bounds)];
        var largest = boxes.MaxBy(box => box.Area);
        if (boxes.Any(box => IsAnother(box, largest, picture.Height)))
            return detected;
        var isSpeck = picture.Height <= Tight && largest.Height < Low * picture.Height;
        var line = isSpeck ? picture
            : picture with { Y1 = Math.Max(0, largest.Y1 - (Around * largest.Height)), Y2 = Math.Min(picture.Height, largest.Y2 + (Around * largest.Height)) };
        return [new(Polygon.From(line), detected.Max(found => found.Score))];
    }

    /// <summary>Whether a box is a line above or below the largest one; what is no wider than high hangs on a letter of it.</summary>
    private static bool IsAnother(Box box, Box largest, double height)
    {
        var touchesEdge = box.Y1 < Edge || box.Y2 > height - Edge;
        var shared = Math.Min(box.Y2, largest.Y2) - Math.Max(box.Y1, largest.Y1);
        return box.Width > box.Height && shared <= Shared * box.Height && box.Height >= (touchesEdge ? Neighbour : Dirt) * largest.Height;
    }
}
