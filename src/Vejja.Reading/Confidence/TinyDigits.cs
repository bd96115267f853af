using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Confidence;

/// <summary>
/// A lone digit of few pixels may be another: nothing beside it tells, and enlarged it is as smooth as a large one, so that the recogniser is sure of it. Of 16 below
/// eleven pixels that it was sure of 3 were others, of 724 higher ones none (98 development sheets, recognizer-v12).
/// </summary>
internal static class TinyDigits
{
    /// <summary>Height in pixels from which a digit can be told: of the page, and of the picture, of which a coarse one was enlarged (a 7 of six pixels was taken for a 1, surely).</summary>
    private const double Legible = 11, LegibleOnPicture = 7;

    /// <summary>Less than what may be relied on without a look (0.8).</summary>
    private const double MostConfidence = 0.75;

    /// <summary>The reading, less sure where it is one digit that is too small.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="line">Its ink in page pixels.</param>
    /// <param name="page">The page that it stands on.</param>
    public static LineReading Weigh(LineReading reading, Polygon line, Page page) =>
        IsLegible(line.Bounds, page) || reading.Text.Trim() is not [var sign] || !char.IsDigit(sign) ? reading : reading with
        {
            Confidence = Math.Min(reading.Confidence, MostConfidence),
            Symbols = [.. reading.Symbols.Select(symbol => symbol with { Confidence = Math.Min(symbol.Confidence, MostConfidence) })],
        };

    private static bool IsLegible(Box box, Page page) => box.Height >= Legible && PictureScale.Height(page, box) >= LegibleOnPicture;
}
