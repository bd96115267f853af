using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>White print on a dark ground, as headers of tables have it: ink and paper change places, so that only a detector knows where its lines are.</summary>
internal static class DarkGround
{
    /// <summary>A ground whose middle grey is below this, where paper is near 240, is dark.</summary>
    private const int Dark = 140;

    /// <summary>Detected lines reach so far at least into a cell, in line heights.</summary>
    private const double Reach = 0.3;

    /// <summary>Whether most of a box is dark.</summary>
    public static bool Is(Box box, PageImage page)
    {
        var gray = page.Gray;
        long dark = 0, count = 0;
        for (var y = Math.Max(0, (int)box.Y1); y < Math.Min(page.Height, box.Y2); y++)
        {
            for (var x = Math.Max(0, (int)box.X1); x < Math.Min(page.Width, box.X2); x++, count++)
                dark += gray[(y * page.Width) + x] < Dark ? 1 : 0;
        }

        return 2 * dark > count;
    }

    /// <summary>The detected lines of a cell, cut off at its sides, where it stands on dark ground; empty elsewhere.</summary>
    public static ImmutableArray<Polygon> LinesOf(GridCell cell, IEnumerable<DetectedLine> detected, PageImage page, double lineHeight)
    {
        var bounds = cell.Polygon.Bounds;
        return [.. detected.Select(line => line.Polygon.Bounds)
            .Where(box => box.Centre.Y > bounds.Y1 && box.Centre.Y < bounds.Y2)
            .Select(box => new Box(Math.Max(box.X1, bounds.X1), box.Y1, Math.Min(box.X2, bounds.X2), box.Y2))
            .Where(box => box.Width >= Reach * lineHeight && Is(box, page))
            .OrderBy(box => box.Y1)
            .Select(Polygon.From)];
    }
}
