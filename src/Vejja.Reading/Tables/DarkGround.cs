using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Light print on a dark ground, as headers of tables have it: ink and paper change places. A detector finds small ones in part or not at all.</summary>
internal static class DarkGround
{
    /// <summary>A ground whose middle grey is below this, where paper is near 240, is dark.</summary>
    private const int Dark = 140;

    /// <summary>The ground is at least so many line heights high,</summary>
    private const double Lowest = 0.8;

    /// <summary>and dark in so large a share of its rows of pixels: bold letters may be light in more than half of one.</summary>
    private const double DarkRows = 0.7;

    /// <summary>Print that is brighter than its ground by less is noise.</summary>
    private const int FaintPrint = 30;

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

    /// <summary>The light print of a cell; null for a cell that has no dark ground.</summary>
    public static ImmutableArray<InkComponent>? PrintOf(GridCell cell, PageImage page, double lineHeight)
    {
        var bounds = cell.Polygon.Bounds;
        int[] dark = [.. Enumerable.Range((int)bounds.Y1, Math.Max(0, (int)(bounds.Y2 - bounds.Y1))).Where(y => Is(bounds with { Y1 = y, Y2 = y + 1 }, page))];
        if (dark is not [var first, .., var last] || last - first < Lowest * lineHeight || dark.Length < DarkRows * (last - first + 1))
            return null;
        var ground = new Box(Math.Max(0, (int)bounds.X1), first, Math.Min(page.Width, Math.Ceiling(bounds.X2)), last + 1);
        var levels = new GreyCounts(page, ground);
        var (middle, brightest) = (levels.At((int)ground.Area / 2).Grey, levels.At((int)(0.98 * ground.Area)).Grey);
        return brightest - middle < FaintPrint ? [] : Lighter(page, ground, (middle + brightest) / 2);
    }

    /// <summary>What is lighter than a grey; not what hangs together with the paper above or below the ground.</summary>
    private static ImmutableArray<InkComponent> Lighter(PageImage page, Box ground, int grey)
    {
        var (left, top, width, height) = ((int)ground.X1, (int)ground.Y1, (int)ground.Width, (int)ground.Height);
        var ink = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                ink[(y * width) + x] = page.Gray[((top + y) * page.Width) + left + x] > grey ? (byte)1 : (byte)0;
        }

        return [.. ConnectedInk.Find(new InkMap(width, height, ink)).Where(part => part.Box.Y1 > 0 && part.Box.Y2 < height).Select(part => new InkComponent(
            new(part.Box.X1 + left, part.Box.Y1 + top, part.Box.X2 + left, part.Box.Y2 + top), part.Area,
            [.. part.Runs.Select(run => new InkRun(run.Y + top, run.X1 + left, run.X2 + left))]))];
    }
}
