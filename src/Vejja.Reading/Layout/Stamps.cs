using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>Stamps are no text of the sheet: they lie askew, or are large and in another colour than print.</summary>
internal static class Stamps
{
    /// <summary>A line that leans more than this against the others, in degrees, was put there by hand.</summary>
    private const double Lean = 5;

    /// <summary>The outline of a short word leans with its highest letter and its lowest foot, by up to this share of its height from one end to the other.</summary>
    private const double ShortLean = 0.6;

    /// <summary>Mean distance between the strongest and the weakest channel (0 to 255) from which ink counts as coloured.</summary>
    private const double ColouredChroma = 60;

    /// <summary>Parts the detector's lines into text and stamps.</summary>
    public static ImmutableArray<DetectedLine> WithoutStamps(ImmutableArray<DetectedLine> lines, UprightPage page)
    {
        if (lines.IsEmpty)
            return lines;
        var bands = lines.Select(line => new LineBand(line.Polygon)).ToArray();
        var (height, angle) = (Median(bands.Select(band => band.Height)), Median(bands.Where(TellsAngle).DefaultIfEmpty(bands[0]).Select(band => band.Angle)));
        return [.. lines.Where((line, index) => !IsStamp(line, bands[index]))];

        bool IsStamp(DetectedLine line, LineBand band) =>
            (Math.Abs(band.Angle - angle) > Math.Max(Lean, Math.Atan(ShortLean * band.Height / (band.X2 - band.X1)) * 180 / Math.PI) && TellsAngle(band))
            || (band.Height > 1.7 * height && IsColoured(line.Polygon.Bounds, page));
    }

    /// <summary>Whether a line is long enough to lean: a foot of a letter, detected by itself, leans by as much as it likes.</summary>
    private static bool TellsAngle(LineBand band) => band.X2 - band.X1 > 2 * band.Height;

    /// <summary>Whether the ink in a box has a colour, in the light that lies on its paper: under a blue or a yellow lamp all ink has the lamp's.</summary>
    public static bool IsColoured(Box box, UprightPage page)
    {
        var rgb = page.Image.Rgb;
        var (red, green, blue) = Paper(box, page);
        double chroma = 0, balanced = 0, count = 0;
        foreach (var at in Pixels(box, page, isInk: true))
        {
            chroma += Chroma(rgb[at], rgb[at + 1], rgb[at + 2]);
            balanced += Chroma(rgb[at] * red, rgb[at + 1] * green, rgb[at + 2] * blue);
            count++;
        }

        // Of very bright paper a channel may be cut off, which gives ink a colour that it does not have.
        return Math.Min(chroma, balanced) > ColouredChroma * count;
    }

    private static double Chroma(double red, double green, double blue) => Math.Max(red, Math.Max(green, blue)) - Math.Min(red, Math.Min(green, blue));

    /// <summary>By what the channels are to be multiplied to make the paper of a box grey.</summary>
    private static (double Red, double Green, double Blue) Paper(Box box, UprightPage page)
    {
        var rgb = page.Image.Rgb;
        double red = 1, green = 1, blue = 1;
        foreach (var at in Pixels(box, page, isInk: false))
            (red, green, blue) = (red + rgb[at], green + rgb[at + 1], blue + rgb[at + 2]);
        var grey = (red + green + blue) / 3;
        return (grey / red, grey / green, grey / blue);
    }

    /// <summary>Where in the picture's bytes the pixels of a box are, those of ink or the others.</summary>
    private static IEnumerable<int> Pixels(Box box, UprightPage page, bool isInk)
    {
        for (var y = Math.Max(0, (int)box.Y1); y < Math.Min(page.Ink.Height, box.Y2); y++)
        {
            for (var x = Math.Max(0, (int)box.X1); x < Math.Min(page.Ink.Width, box.X2); x++)
            {
                if (page.Ink.IsInk(x, y) == isInk)
                    yield return 3 * ((y * page.Ink.Width) + x);
            }
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
