using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Rulings;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Straightening;

/// <summary>Makes pages upright: size, rotation, light, skew, mild perspective; then finds ink and rules.</summary>
/// <param name="options">Ranges and defaults.</param>
public sealed class PageStraightener(StraightenerOptions options) : IPageStraightener
{
    // Where a page shows too few letters to measure one, in pixels at 960 × 1280.
    private const double UsualLetterPixels = 14;

    // Leptonica's ratio of the best to the worst alignment score: 1.7 to 3.3 on rendered pages of a dozen lines, near 1 without text.
    private const double SureSkew = 1.4;

    // The same where all ink is known to be text: leaning development sheets had 1.23 and more, a photograph of a sheet on stripes 1.11.
    private const double SureLean = 1.1;

    // The same of an angle that few pages have.
    private const double SureTilt = 1.5;

    // A page that leans more, in degrees, is turned before its rules are looked for: on the real photograph, leaning by 11, columns were lost.
    private const double Steep = 8;

    /// <inheritdoc/>
    public UprightPage Straighten(PageImage image, int index, int turn = 0, double? skew = null, double? letters = null)
    {
        ArgumentNullException.ThrowIfNull(image);
        var (page, toOriginal) = Sized(image);
        page = EvenLight.Apply(page);
        (page, toOriginal) = (PageTurn.Clockwise(page, (360 - turn) % 360), toOriginal.After(Projective.Turn(page.Width, page.Height, turn)));
        double inOriginal = (double)Math.Max(image.Width, image.Height) / Math.Max(page.Width, page.Height), tilt = 0;
        var seen = See(page, letters / inOriginal, skew);
        if (Math.Abs(seen.Distortion.SkewDegrees) >= Steep)
        {
            tilt = seen.Distortion.SkewDegrees;
            (page, var toTilted) = Flattened(page, PageDistortion.Turned(page.Width, page.Height, tilt), 1);
            toOriginal = toOriginal.After(toTilted);
            seen = See(page, letters / inOriginal, skew - tilt);
        }

        double enlargement = seen.LetterHeight < options.SmallLetterPixels ? 2 : 1;
        var (ink, lines) = (seen.Ink, seen.Rulings.On(Homography.Identity, 1));
        if (enlargement > 1 || seen.Distortion.LargestMove(page.Width, page.Height) >= 1.5)
        {
            (page, var toTilted) = Flattened(page, seen.Distortion, enlargement);
            toOriginal = toOriginal.After(toTilted);
            lines = seen.Rulings.On(Projective.Inverse(toTilted), enlargement);
            ink = InkFinding.Find(page, Window(page));
        }

        var warnings = Warnings(image, seen.LetterHeight * inOriginal, seen.IsBlurred);
        return new UprightPage(new Page(index, page.Width, page.Height, turn, tilt + seen.Distortion.SkewDegrees, warnings, toOriginal), page, ink, lines) { LetterHeight = seen.LetterHeight * enlargement };
    }

    /// <inheritdoc/>
    public double? FindLean(InkMap text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Skew(text, SureLean);
    }

    /// <inheritdoc/>
    public double? FindLetterHeight(InkMap text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LetterHeight.Measure(text);
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

    /// <summary>What is seen on a page as it lies: letters and skew where nobody has told them.</summary>
    private PageSight See(PageImage page, double? letters, double? skew)
    {
        var ink = InkFinding.Find(page, Window(page));
        double? height = letters ?? LetterHeight.Measure(ink);
        var rulings = RulingFinder.Find(ink, height ?? UsualLetterPixels);
        var distortion = skew is { } degrees
            ? PageDistortion.Turned(page.Width, page.Height, degrees)
            : PageDistortion.Measure(page.Width, page.Height, rulings, (top, bottom) => TextSlope(ink, top, bottom));
        return new(ink, height, Sharpness.EdgeWidth(page, ink) > options.BlurredEdgeShare * height, rulings, distortion);
    }

    /// <summary>Slope dy/dx of the text lines between two rows of pixels; null where they show none.</summary>
    private double? TextSlope(InkMap ink, int top, int bottom)
    {
        var part = bottom - top == ink.Height ? ink : new InkMap(ink.Width, bottom - top, ink.Pixels[(top * ink.Width)..(bottom * ink.Width)]);
        return Skew(part, SureSkew) is { } degrees ? Math.Tan(degrees * Math.PI / 180) : null;
    }

    /// <summary>Degrees clockwise by which text lines lean; null where Leptonica is less sure.</summary>
    private double? Skew(InkMap ink, double sure)
    {
        using var picture = LeptonicaPicture.From(ink);
        var (degrees, confidence) = picture.FindSkew(options.LargestSkewDegrees);
        if (confidence < sure && picture.FindSkew(options.LargestTiltDegrees) is var wide && wide.Confidence >= SureTilt)
            (degrees, confidence) = wide;
        // Leptonica's angle turns the page clockwise to level it: text that falls to the right has a negative one.
        return confidence >= sure ? -degrees : null;
    }

    /// <summary>Undoes the distortion on a canvas that holds the whole page; the map leads back.</summary>
    private static (PageImage Page, Homography ToTilted) Flattened(PageImage page, PageDistortion distortion, double enlargement)
    {
        const byte paper = 240;
        var toPage = Projective.FromRectangle(page.Width, page.Height, distortion.Quadrilateral(page.Width, page.Height));
        var fromPage = Projective.Inverse(toPage);
        PagePoint[] corners = [new(0, 0), new(page.Width, 0), new(page.Width, page.Height), new(0, page.Height)];
        var canvas = Box.Around(corners.Select(fromPage.Apply));
        var map = toPage.After(Projective.Shift(canvas.X1, canvas.Y1)).After(Projective.Scale(1 / enlargement, 1 / enlargement));
        int width = (int)Math.Ceiling(canvas.Width * enlargement), height = (int)Math.Ceiling(canvas.Height * enlargement);
        return (Resampling.Warp(page, width, height, map, paper), map);
    }

    private ImmutableArray<string> Warnings(PageImage image, double? letterPixelsInOriginal, bool isBlurred)
    {
        const int fewPixels = 300_000;
        bool isCoarse = letterPixelsInOriginal is { } letters ? letters < options.LowResolutionLetterPixels : image.Width * image.Height < fewPixels;
        return [.. isCoarse ? ["low-resolution"] : (string[])[], .. isBlurred ? ["blurred"] : (string[])[]];
    }

    /// <summary>What is seen on a page before it is flattened.</summary>
    private sealed record PageSight(InkMap Ink, double? LetterHeight, bool IsBlurred, Rulings.Rulings Rulings, PageDistortion Distortion);
}
