using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Recognition;

/// <summary>Finds how a page lies by its text: along which side the lines run, and which way up they can be read.</summary>
/// <remarks>The published classifiers of upside-down lines know Latin and Chinese, and guess on Khmer; a recogniser of the page's own scripts does not.</remarks>
/// <param name="cropper">Cuts lines out.</param>
/// <param name="recognizer">Reads a few lines both ways up.</param>
public sealed class TextOrientation(ILineCropper cropper, ILineRecognizer recognizer) : IPageOrientation
{
    // Lines that are read both ways up.
    private const int MostWitnesses = 6;

    // A line tells its direction where it is this many times longer than high.
    private const double Long = 1.5;

    // A page lies on its side where one of its lines does that is so many times longer than high: a word of one or two Khmer letters is higher than wide.
    private const double LongBeyondWords = 3;

    // Mean difference of confidence below which the lines do not say which way is up.
    private const double SmallestDifference = 0.02;

    // Lines that are read so surely in the mean are not upside down.
    private const double SurelyUpright = 0.9;

    // Nor is a page of which one line of so many signs is read so surely: of 531 such lines turned upside down none reached 0.9 (recognizer-v9, before its probabilities are
    // calibrated; 0.96 after; recognizer-v10 on 717 others, after: 0.92), of the same lines upright three quarters reach 0.97 (0.98). Of fewer signs one did reach 0.94.
    private const int FewestTellingSigns = 12;
    private const double BeyondDoubt = 0.98;

    /// <inheritdoc/>
    public int FindTurn(PageImage page, ImmutableArray<DetectedLine> lines, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(page);
        var sides = lines.Select(line => Sides(line.Polygon)).ToList();
        double upright = sides.Where(side => side.Width > Long * side.Height).Sum(side => side.Width);
        double lying = sides.Where(side => side.Height > Long * side.Width).Sum(side => side.Height);
        if (upright + lying == 0)
            return 0;
        bool isLying = lying > upright && sides.Any(side => side.Height > LongBeyondWords * side.Width);
        bool isUpsideDown = IsUpsideDown(Witnesses(page, lines, isLying), cancellation);
        return (isLying, isUpsideDown) switch
        {
            (true, false) => 90,
            (true, true) => 270,
            (false, true) => 180,
            _ => 0,
        };
    }

    /// <summary>The longest and surest lines, cut out, with lying ones set up by a quarter turn.</summary>
    private IEnumerable<PageImage> Witnesses(PageImage page, ImmutableArray<DetectedLine> lines, bool areLying)
    {
        return lines.Select(line => (Line: line, Sides: Sides(line.Polygon)))
            .Select(line => (line.Line, Along: areLying ? line.Sides.Height : line.Sides.Width, Across: areLying ? line.Sides.Width : line.Sides.Height))
            .Where(line => line.Along > Long * line.Across)
            .OrderByDescending(line => line.Line.Score * line.Along).Take(MostWitnesses)
            .Select(line => PageTurn.Clockwise(cropper.Crop(page, line.Line.Polygon, margin: 2), areLying ? 270 : 0));
    }

    private bool IsUpsideDown(IEnumerable<PageImage> witnesses, CancellationToken cancellation)
    {
        var crops = new List<PageImage>();
        double upright = 0;
        foreach (var crop in witnesses)
        {
            var (confidence, signs) = Read(crop, cancellation);
            if (signs >= FewestTellingSigns && confidence >= BeyondDoubt)
                return false;
            crops.Add(crop);
            upright += confidence;
        }

        upright /= Math.Max(1, crops.Count);
        return crops.Count > 0 && upright < SurelyUpright && crops.Average(crop => Read(PageTurn.Clockwise(crop, 180), cancellation).Confidence) - upright > SmallestDifference;
    }

    /// <summary>Geometric mean of the signs' confidences, so that long lines can be held against short ones, and how many signs.</summary>
    private (double Confidence, int Signs) Read(PageImage crop, CancellationToken cancellation)
    {
        var symbols = recognizer.Recognize(crop, LineKind.Any, cancellation).Symbols;
        return (symbols.Length == 0 ? 0 : Math.Exp(symbols.Sum(symbol => Math.Log(Math.Max(symbol.Confidence, 1e-6))) / symbols.Length), symbols.Length);
    }

    private static (double Width, double Height) Sides(Polygon polygon)
    {
        var points = polygon.Points;
        return (Distance(points[0], points[1]), Distance(points[0], points[^1]));
    }

    private static double Distance(PagePoint from, PagePoint to) => Math.Sqrt(((from.X - to.X) * (from.X - to.X)) + ((from.Y - to.Y) * (from.Y - to.Y)));
}
