using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Rulings;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>Makes pages upright: size, rotation, light, skew, mild perspective; then finds ink and rules.</summary>
/// <param name="options">Ranges and defaults.</param>
/// <param name="orientation">Says how a page lies; null where pages are known to be upright.</param>
public sealed class PageStraightener(StraightenerOptions options, IPageOrientation? orientation = null) : IPageStraightener
{
    // Where a page shows too few letters to measure one, in pixels at 960 × 1280.
    private const double UsualLetterPixels = 14;

    // Leptonica's ratio of the best to the worst alignment score; below this the text shows no direction.
    private const double SureSkew = 3;

    /// <inheritdoc/>
    public UprightPage Straighten(PageImage image, int index)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (page, toOriginal) = Sized(image);
        page = EvenLight.Apply(page);
        int turn = orientation?.FindTurn(page, CancellationToken.None) ?? 0;
        (page, toOriginal) = (PageTurn.Clockwise(page, (360 - turn) % 360), toOriginal.After(Projective.Turn(page.Width, page.Height, turn)));
        var ink = InkFinding.Find(page, Window(page));
        double? letters = LetterHeight.Measure(ink);
        double enlargement = letters < options.SmallLetterPixels ? 2 : 1;
        var distortion = Measure(ink, letters ?? UsualLetterPixels);
        if (enlargement > 1 || distortion.LargestMove(page.Width, page.Height) >= 1.5)
        {
            (page, toOriginal) = Flattened(page, distortion, enlargement, toOriginal);
            ink = InkFinding.Find(page, Window(page));
        }

        double letterPixels = (letters ?? UsualLetterPixels) * enlargement;
        var rulings = RulingFinder.Find(ink, letterPixels);
        var warnings = Warnings(image, letters * (Math.Max(image.Width, image.Height) > options.LongestSidePixels ? toOriginal.M11 : 1));
        return new UprightPage(new Page(index, page.Width, page.Height, turn, distortion.SkewDegrees, warnings, toOriginal), page, ink, rulings);
    }

    private static int Window(PageImage page) => Math.Clamp(Math.Max(page.Width, page.Height) / 32, 15, 75) | 1;

    private (PageImage Page, Homography ToOriginal) Sized(PageImage image)
    {
        int longest = Math.Max(image.Width, image.Height);
        if (longest <= options.LongestSidePixels)
            return (image, Homography.Identity);
        double share = (double)options.LongestSidePixels / longest;
        int width = Math.Max(1, (int)Math.Round(image.Width * share)), height = Math.Max(1, (int)Math.Round(image.Height * share));
        return (Resampling.Shrink(image, width, height), Projective.Scale((double)image.Width / width, (double)image.Height / height));
    }

    private PageDistortion Measure(InkMap ink, double letterPixels)
    {
        var (horizontal, vertical) = RulingFinder.FindPaths(ink, letterPixels);
        using var picture = LeptonicaPicture.From(ink);
        var (degrees, confidence) = picture.FindSkew(options.LargestSkewDegrees);
        // Leptonica's angle turns the page clockwise to level it: text that falls to the right has a negative one.
        double? textSlope = confidence >= SureSkew ? Math.Tan(-degrees * Math.PI / 180) : null;
        return PageDistortion.Measure(ink.Width, ink.Height, horizontal, vertical, textSlope);
    }

    /// <summary>Undoes the distortion on a canvas that holds the whole page.</summary>
    private static (PageImage Page, Homography ToOriginal) Flattened(PageImage page, PageDistortion distortion, double enlargement, Homography toOriginal)
    {
        const byte paper = 240;
        var toPage = Projective.FromRectangle(page.Width, page.Height, distortion.Quadrilateral(page.Width, page.Height));
        var fromPage = Projective.Inverse(toPage);
        PagePoint[] corners = [new(0, 0), new(page.Width, 0), new(page.Width, page.Height), new(0, page.Height)];
        var canvas = Box.Around(corners.Select(fromPage.Apply));
        var map = toPage.After(Projective.Shift(canvas.X1, canvas.Y1)).After(Projective.Scale(1 / enlargement, 1 / enlargement));
        int width = (int)Math.Ceiling(canvas.Width * enlargement), height = (int)Math.Ceiling(canvas.Height * enlargement);
        return (Resampling.Warp(page, width, height, map, paper), toOriginal.After(map));
    }

    private ImmutableArray<string> Warnings(PageImage image, double? letterPixelsInOriginal) =>
        letterPixelsInOriginal < options.LowResolutionLetterPixels || (letterPixelsInOriginal is null && image.Width * image.Height < 300_000)
            ? ["low-resolution"]
            : [];
}
