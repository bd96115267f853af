using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Layout;

/// <summary>Lines that a pen crossed out: a straight stroke from one end to the other through the middle of the letters, or a long thin stroke that comes from outside and goes on.</summary>
internal static class CrossedOut
{
    /// <summary>Share of a line's columns in which a straight path through it meets ink: a stroke fills the gaps between letters too, print never does, and joined-up letters do not run straight.</summary>
    private const double StrokeShare = 0.97;

    /// <summary>The band in which a stroke crosses out, in heights of the line from its top; above and below it underlines or rules.</summary>
    private const double BandTop = 0.28, BandBottom = 0.7;

    /// <summary>Steepest stroke that the path follows, in pixels a pixel.</summary>
    private const double Steepest = 0.24;

    /// <summary>Shorter lines than this, in line heights, may be one sign that is a bar itself.</summary>
    private const double Shortest = 1.1;

    /// <summary>A stroke from outside is thinner than this share of its outline and longer than so many line heights.</summary>
    private const double ThinFill = 0.16, LongStroke = 2.2;

    /// <summary>A stroke from outside covers at least this share of the line's columns.</summary>
    private const double Covered = 0.5;

    /// <summary>Whether a line of text is crossed out.</summary>
    /// <param name="line">Its outline.</param>
    /// <param name="ink">The page's ink with everything on it: a straight stroke may have been taken for a rule.</param>
    /// <param name="parts">The page's ink without rules, part by part.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static bool Is(Polygon line, InkMap ink, ImmutableArray<InkComponent> parts, double lineHeight)
    {
        var box = line.Bounds;
        return box.Width >= Shortest * lineHeight && box.Height >= 0.45 * lineHeight
            && (HasStroke(box, ink) || parts.Any(part => IsStrokeFromOutside(part, box, lineHeight)));
    }

    private static bool HasStroke(Box box, InkMap ink)
    {
        int x1 = (int)box.X1, width = (int)box.Width, top = (int)(box.Y1 + (BandTop * box.Height)), bottom = (int)(box.Y1 + (BandBottom * box.Height));
        var rise = Math.Min((int)(Steepest * width), bottom - top);
        for (var left = top; left <= bottom; left++)
        {
            for (var right = Math.Max(top, left - rise); right <= Math.Min(bottom, left + rise); right++)
            {
                if (Share(ink, x1, width, left, right) >= StrokeShare)
                    return true;
            }
        }

        return false;
    }

    /// <summary>Share of the columns with ink on the path from the left end to the right one; given up as soon as it cannot reach a stroke's.</summary>
    private static double Share(InkMap ink, int x1, int width, int left, int right)
    {
        var missing = (int)((1 - StrokeShare) * width) + 1;
        for (var step = 0; step < width; step++)
        {
            var y = left + ((right - left) * step / width);
            if (!ink.IsInk(x1 + step, y) && --missing == 0)
                return 0;
        }

        return 1;
    }

    private static bool IsStrokeFromOutside(InkComponent part, Box line, double lineHeight)
    {
        var box = part.Box;
        var isLong = Math.Max(box.Width, box.Height) >= LongStroke * lineHeight && part.Fill <= ThinFill;
        if (!isLong || box.Y1 > line.Y1 - (0.3 * lineHeight) || box.Y2 < line.Y2 + (0.3 * lineHeight) || box.Intersect(line).Width < Covered * line.Width)
            return false;
        var columns = part.Runs.Where(run => run.Y >= line.Y1 && run.Y < line.Y2)
            .SelectMany(run => Enumerable.Range(run.X1, run.X2 - run.X1)).Where(x => x >= line.X1 && x < line.X2).Distinct().Count();
        return columns >= Covered * line.Width;
    }
}
