using System.Collections.Immutable;
using Vejja.Bench.Browser;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Truth;

/// <summary>A line with its place in the image and those of its words.</summary>
internal sealed record PlacedLine(RenderedLine Line, Polygon Polygon, ImmutableArray<Polygon> Words);

/// <summary>A table with its outline in the image and those of its cells.</summary>
internal sealed record PlacedTable(RenderedTable Table, Box Box, ImmutableArray<Box> Cells);

/// <summary>A page with everything in pixels of the image that was made of it.</summary>
internal sealed record PlacedPage(
    int Width, int Height, int Rotation, ImmutableArray<PlacedLine> Lines, ImmutableArray<PlacedTable> Tables, ImmutableArray<Polygon> Ignored)
{
    /// <summary>Places a rendered page.</summary>
    /// <param name="page">As the browser laid it out.</param>
    /// <param name="size">Size of the image, and the quarter turns in degrees that undo its rotation.</param>
    /// <param name="place">Takes CSS pixels of the page to pixels of the image.</param>
    public static PlacedPage From(RenderedPage page, (int Width, int Height, int Rotation) size, Func<PagePoint, PagePoint> place)
    {
        // Long lines on a curled page follow it: their polygon has corners every now and then.
        Polygon Follow(RenderedBox box)
        {
            var steps = Math.Max(1, (int)((box.X2 - box.X1) / 80));
            var top = Enumerable.Range(0, steps + 1).Select(i => place(new(box.X1 + ((box.X2 - box.X1) * i / steps), box.Y1)));
            var bottom = Enumerable.Range(0, steps + 1).Select(i => place(new(box.X2 - ((box.X2 - box.X1) * i / steps), box.Y2)));
            return new([.. top, .. bottom]);
        }

        return new(
            size.Width, size.Height, size.Rotation,
            [.. page.Lines.Select(line => new PlacedLine(line, Follow(line.Box), [.. line.Words.Select(word => Follow(word.Box))]))],
            [.. page.Tables.Select(table => new PlacedTable(table, Follow(table.Box).Bounds, [.. table.Cells.Select(cell => Follow(cell.Box).Bounds)]))],
            [.. page.Ignored.Select(Follow)]);
    }

    /// <summary>Whether all text of a page lies on its paper.</summary>
    public static bool Fits(RenderedPage page) => page.Lines.All(line => line.Box.Y2 <= page.Height && line.Box.X2 <= page.Width + 1 && line.Box.X1 >= -1);
}
