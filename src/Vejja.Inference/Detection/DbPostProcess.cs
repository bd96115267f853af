using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Detection;

/// <summary>From a probability map to boxes, as differentiable binarisation does it (Liao et al., AAAI 2020, section 3.5; constants of PP-OCRv4).</summary>
/// <remarks>
/// A region's score is the mean of its own pixels, as in PP-OCR's slow mode, and not of its rectangle's, as in the fast one: one vowel above a line of Khmer, or one
/// foot below, makes the rectangle of the whole line higher, and the paper that it then takes in lost the line.
/// Contours of holes are not followed: the mean probability in a hole lies under the pixel threshold, so that none could pass the box threshold.
/// The offset of a rectangle with round joins has the grown rectangle as its own smallest rectangle, so that no polygon need be offset.
/// </remarks>
internal sealed class DbPostProcess(PpOcrDetectorOptions options)
{
    // Short sides in map pixels below which a region is noise: before and after it is grown.
    private const double SmallestRegion = 3, SmallestBox = 5;

    /// <summary>Finds boxes in pixels of the page.</summary>
    public ImmutableArray<DetectedLine> Find(ProbabilityMap map, int pageWidth, int pageHeight)
    {
        double scaleX = (double)pageWidth / map.Width, scaleY = (double)pageHeight / map.Height;
        var lines = ImmutableArray.CreateBuilder<DetectedLine>();
        foreach (var region in map.Regions(options.PixelThreshold))
        {
            var rectangle = RotatedRectangle.Around(region.Outline);
            if (rectangle.ShortSide < SmallestRegion || region.Mean < options.BoxThreshold)
                continue;
            double distance = rectangle.Length * rectangle.Breadth * options.UnclipRatio / (2 * (rectangle.Length + rectangle.Breadth));
            var grown = rectangle.Grow(distance);
            if (grown.ShortSide < SmallestBox)
                continue;
            // A pixel's centre lies half a pixel from its corner.
            lines.Add(new DetectedLine(new Polygon([.. grown.Corners().Select(corner => new PagePoint(
                Math.Clamp((corner.X + 0.5) * scaleX, 0, pageWidth), Math.Clamp((corner.Y + 0.5) * scaleY, 0, pageHeight)))]), Math.Min(1, region.Mean)));
        }

        return lines.Count <= options.MaximumBoxes
            ? lines.ToImmutable()
            : [.. lines.OrderByDescending(line => line.Score).Take(options.MaximumBoxes)];
    }
}
