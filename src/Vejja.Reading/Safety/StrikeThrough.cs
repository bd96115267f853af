using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Safety;

/// <summary>
/// Sees whether a line of text is crossed out: one straight stroke through its middle, from beyond its first letter to beyond its last, with ink of letters above and
/// below. An underline, a dash, a ruling line beside the text and a bar of one letter are none. Two crossing strokes are one stroke each.
/// </summary>
internal static class StrikeThrough
{
    /// <summary>Where on the height of the line a stroke may begin and end, as shares of it.</summary>
    private const double Highest = 0.25;

    private const double Lowest = 0.75;

    /// <summary>Share of the stroke's columns that are ink: print has gaps between its letters.</summary>
    private const double Unbroken = 0.96;

    /// <summary>How far a stroke reaches beyond the letters on either side, as a share of the height.</summary>
    private const double Overshoot = 0.12;

    /// <summary>Share of the columns between the ends that have letters above and below the stroke.</summary>
    private const double Lettered = 0.12;

    private const double Smallest = 8;

    /// <summary>Whether the text in a box is crossed out.</summary>
    /// <param name="ink">Ink of the page, ruling lines included.</param>
    /// <param name="text">The line's outline in page pixels.</param>
    public static bool Crosses(InkMap ink, Box text)
    {
        if (text.Height < Smallest || text.Width < 2)
            return false;
        var margin = 0.6 * text.Height;
        var (left, right) = ((int)(text.X1 - margin), (int)Math.Ceiling(text.X2 + margin));
        var (top, bottom) = ((int)(text.Y1 + (Highest * text.Height)), (int)(text.Y1 + (Lowest * text.Height)));
        for (var y1 = top; y1 <= bottom; y1++)
        {
            for (var y2 = top; y2 <= bottom; y2++)
            {
                if (IsStroke(ink, text, new Line(left, y1, right, y2)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsStroke(InkMap ink, Box text, Line line)
    {
        // From the middle outwards to where the ink of the line ends.
        var middle = (int)text.Centre.X;
        var gap = Math.Max(1, (int)(0.05 * text.Height));
        var first = Reach(ink, line, middle, -1, gap);
        var last = Reach(ink, line, middle, 1, gap);
        if (last - first < text.Height || !Covered(ink, line, first, last))
            return false;
        var (firstLetter, lastLetter, above, below) = Letters(ink, text, line, first, last);
        var columns = last - first + 1;
        return lastLetter >= firstLetter && above >= Lettered * columns && below >= Lettered * columns
            && firstLetter - first >= Overshoot * text.Height && last - lastLetter >= Overshoot * text.Height
            && firstLetter <= text.X1 + text.Height && lastLetter >= text.X2 - text.Height;
    }

    private static int Reach(InkMap ink, Line line, int from, int step, int gap)
    {
        var (end, missed) = (from, 0);
        for (var x = from; x >= line.X1 && x <= line.X2 && missed <= gap; x += step)
        {
            if (ink.IsInk(x, line.At(x)))
                (end, missed) = (x, 0);
            else
                missed++;
        }

        return end;
    }

    private static bool Covered(InkMap ink, Line line, int first, int last)
    {
        var inked = 0;
        for (var x = first; x <= last; x++)
            inked += ink.IsInk(x, line.At(x)) ? 1 : 0;
        return inked >= Unbroken * (last - first + 1);
    }

    // Columns with ink that the stroke's own thickness does not explain.
    private static (int First, int Last, int Above, int Below) Letters(InkMap ink, Box text, Line line, int first, int last)
    {
        var clear = Math.Max(2, (int)(0.15 * text.Height));
        var (firstLetter, lastLetter, above, below) = (int.MaxValue, int.MinValue, 0, 0);
        for (var x = first; x <= last; x++)
        {
            var y = line.At(x);
            var over = Any(ink, x, (int)text.Y1, y - clear);
            var under = Any(ink, x, y + clear, (int)text.Y2);
            above += over ? 1 : 0;
            below += under ? 1 : 0;
            if (over || under)
                (firstLetter, lastLetter) = (Math.Min(firstLetter, x), Math.Max(lastLetter, x));
        }

        return (firstLetter, lastLetter, above, below);
    }

    private static bool Any(InkMap ink, int x, int from, int to)
    {
        for (var y = from; y < to; y++)
        {
            if (ink.IsInk(x, y))
                return true;
        }

        return false;
    }

    private readonly record struct Line(int X1, int Y1, int X2, int Y2)
    {
        public int At(int x) => Y1 + (int)Math.Round((double)(Y2 - Y1) * (x - X1) / (X2 - X1));
    }
}
