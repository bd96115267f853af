using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;
using Vejja.Reading.Pages;

namespace Vejja.Reading.Tables;

/// <summary>Tables without rules: at least three rows in a run whose gaps stand one above the other.</summary>
internal static class AlignedGridFinder
{
    private const int FewestRows = 3;

    private const int FewestColumns = 4;

    /// <summary>Narrowest gap between two columns, in line heights.</summary>
    private const double Gap = 0.7;

    /// <summary>Rows farther apart than this, in line heights, belong to different tables.</summary>
    private const double RowReach = 3.2;

    /// <summary>Tables from top to bottom.</summary>
    /// <param name="lines">Detected lines outside ruled tables.</param>
    /// <param name="ink">Ink of the page without rules; lone digits and dashes that no detector saw count as text of their row.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Grid> Find(ImmutableArray<DetectedLine> lines, ImmutableArray<InkComponent> ink, double lineHeight)
    {
        var rows = ReadingOrder.Rows(lines.Select(line => line.Polygon.Bounds), box => box).Select(row => WithInk(row, ink, lineHeight)).ToArray();
        var grids = ImmutableArray.CreateBuilder<Grid>();
        for (var first = 0; first < rows.Length; first++)
        {
            if (Longest(rows, first, lineHeight) is not { } run)
                continue;
            grids.Add(Build(rows[first..run.End], run.Columns));
            first = run.End - 1;
        }

        return grids.ToImmutable();
    }

    /// <summary>The boxes of a row with the digit-sized ink of its band.</summary>
    private static ImmutableArray<Box> WithInk(ImmutableArray<Box> row, ImmutableArray<InkComponent> ink, double lineHeight)
    {
        var band = row.Aggregate((all, box) => all.Union(box));
        var lost = ink.Select(part => part.Box).Where(box =>
            box.Centre.Y > band.Y1 && box.Centre.Y < band.Y2 && box.Width > 0.05 * lineHeight && box.Width < 1.5 * lineHeight && box.Height < 1.2 * lineHeight
            && (box.Height > 0.3 * lineHeight || box.Width > 0.2 * lineHeight) && !row.Any(own => own.Contains(box.Centre)));
        return [.. row, .. lost];
    }

    /// <summary>The longest run of rows from <paramref name="first"/> on that keeps at least four columns.</summary>
    private static (int End, ImmutableArray<(double X1, double X2)> Columns)? Longest(ImmutableArray<Box>[] rows, int first, double lineHeight)
    {
        if (Columns([rows[first]], lineHeight).Length < FewestColumns)
            return null;
        (int End, ImmutableArray<(double X1, double X2)> Columns)? best = null;
        for (var end = first + 2; end <= rows.Length; end++)
        {
            if (rows[end - 1].Min(box => box.Y1) - rows[end - 2].Max(box => box.Y2) > RowReach * lineHeight)
                break;
            var columns = Columns(rows[first..end], lineHeight);
            if (columns.Length < FewestColumns)
                break;
            if (end - first >= FewestRows && Occupied(rows[first..end], columns))
                best = (end, columns);
        }

        return best;
    }

    /// <summary>Stretches of x that some row fills, parted where no row has ink.</summary>
    private static ImmutableArray<(double X1, double X2)> Columns(ImmutableArray<Box>[] rows, double lineHeight)
    {
        var columns = new List<(double X1, double X2)>();
        foreach (var box in rows.SelectMany(row => row).OrderBy(box => box.X1))
        {
            if (columns.Count > 0 && box.X1 - columns[^1].X2 < Gap * lineHeight)
                columns[^1] = (columns[^1].X1, Math.Max(columns[^1].X2, box.X2));
            else
                columns.Add((box.X1, box.X2));
        }

        return [.. columns];
    }

    /// <summary>A table fills its positions; a form with labels here and there does not.</summary>
    private static bool Occupied(ImmutableArray<Box>[] rows, ImmutableArray<(double X1, double X2)> columns)
    {
        var filled = rows.Sum(row => columns.Count(column => row.Any(box => box.Centre.X >= column.X1 && box.Centre.X <= column.X2)));
        return filled >= 0.55 * rows.Length * columns.Length;
    }

    private static Grid Build(ImmutableArray<Box>[] rows, ImmutableArray<(double X1, double X2)> columns)
    {
        var bands = rows.Select(row => (Top: row.Min(box => box.Y1), Bottom: row.Max(box => box.Y2))).ToArray();
        double[] ys = [bands[0].Top, .. bands.Zip(bands.Skip(1), (above, below) => (above.Bottom + below.Top) / 2), bands[^1].Bottom];
        double[] xs = [columns[0].X1 - 1, .. columns.Zip(columns.Skip(1), (left, right) => (left.X2 + right.X1) / 2), columns[^1].X2 + 1];
        var cells = Enumerable.Range(0, rows.Length).SelectMany(row => Enumerable.Range(0, columns.Length).Select(column =>
            new GridCell(row, column, 1, 1, Polygon.From(new Box(xs[column], ys[row], xs[column + 1], ys[row + 1])))));
        return new(new Box(xs[0], ys[0], xs[^1], ys[^1]), rows.Length, columns.Length, [.. cells], IsRuled: false);
    }
}
