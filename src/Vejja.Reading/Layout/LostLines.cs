using System.Collections.Immutable;
using Vejja.Domain.Geometry;

namespace Vejja.Reading.Layout;

/// <summary>A detector loses whole lines: a letterhead in a display face, a label and its value. Letter-sized ink in a row that stands in no line is one.</summary>
internal static class LostLines
{
    /// <summary>Fewest parts, and least width in line heights: what is shorter is a logo, a signature or dirt.</summary>
    private const int FewestParts = 5;

    private const double Shortest = 3.5;

    /// <summary>Heights of letters, in line heights, and their greatest width.</summary>
    private const double Lowest = 0.3, Highest = 1.8, Widest = 4;

    /// <summary>Letters of one line overlap in height by this share of the lower one, and stand no farther apart than this, in heights of the higher.</summary>
    private const double SameHeight = 0.5, Gap = 0.9;

    /// <summary>A line is at most this high, in heights of its median part.</summary>
    private const double Even = 2.2;

    /// <summary>Share of a line's width that its parts fill.</summary>
    private const double Filled = 0.55;

    /// <summary>The lines that were lost, top to bottom.</summary>
    /// <param name="ink">Ink of the page without its rules.</param>
    /// <param name="taken">Outlines of the lines and tables that were found.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Polygon> Find(ImmutableArray<InkComponent> ink, ImmutableArray<Box> taken, double lineHeight)
    {
        if (taken.IsEmpty)
            return [];
        var text = taken.Aggregate((all, box) => all.Union(box)).Inflate(3 * lineHeight);
        var rows = new List<List<Box>>();
        foreach (var box in ink.Select(part => part.Box).Where(box => IsLetter(box, lineHeight) && text.Contains(box.Centre) && !taken.Any(other => other.Inflate(1).Contains(box.Centre))).OrderBy(box => box.X1))
        {
            if (rows.Find(row => GoesOn(row, box)) is { } row)
                row.Add(box);
            else
                rows.Add([box]);
        }

        return [.. rows.Where(row => IsLine(row, lineHeight)).Select(row => row.Aggregate((all, box) => all.Union(box)))
            .Where(line => !taken.Any(other => other.Intersect(line).Area > 0.2 * line.Area)).OrderBy(line => line.Y1).Select(Polygon.From)];
    }

    private static bool IsLetter(Box box, double lineHeight) =>
        box.Height >= Lowest * lineHeight && box.Height <= Highest * lineHeight && box.Width >= 0.05 * lineHeight && box.Width <= Widest * lineHeight;

    private static bool GoesOn(List<Box> row, Box box)
    {
        var last = row.MaxBy(part => part.X2);
        var overlap = Math.Min(last.Y2, box.Y2) - Math.Max(last.Y1, box.Y1);
        return overlap >= SameHeight * Math.Min(last.Height, box.Height) && box.X1 - last.X2 <= Gap * Math.Max(last.Height, box.Height);
    }

    private static bool IsLine(List<Box> row, double lineHeight)
    {
        var line = row.Aggregate((all, box) => all.Union(box));
        double[] heights = [.. row.Select(box => box.Height).Order()];
        return row.Count >= FewestParts && line.Width >= Shortest * lineHeight && line.Height <= Even * heights[heights.Length / 2] && row.Sum(box => box.Width) >= Filled * line.Width;
    }
}
