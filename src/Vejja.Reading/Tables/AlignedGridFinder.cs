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
    private const double Gap = 0.42;

    /// <summary>Narrowest median gap of a table, in line heights.</summary>
    private const double WideGap = 0.65;

    /// <summary>Rows farther apart than this, in line heights, belong to different tables.</summary>
    private const double RowReach = 3.2;

    /// <summary>A gap so many times as wide as any above it ends the table: what follows is a note or a signature.</summary>
    private const double WiderThanUsual = 1.8;

    /// <summary>A line that fills few columns and stands so many line heights from the next one is no row.</summary>
    private const double Apart = 0.9;

    /// <summary>Numbers beside a name, fewer than half of the columns, are a row of their own from so many columns on,</summary>
    private const int FewestBesideName = 2;

    /// <summary>and where their middle is so many line heights from that of every fuller row.</summary>
    private const double OwnRow = 1.6;

    /// <summary>So many lines above a table may fall in line with some of its columns.</summary>
    private const int RowsAbove = 3;

    /// <summary>Signs above the first row and below the last stand so many line heights from its letters at most.</summary>
    private const double Sign = 0.4;

    /// <summary>A detector's box reaches beyond the letters by this share of its height.</summary>
    private const double OnDark = 0.15;

    /// <summary>Tables from top to bottom.</summary>
    /// <param name="lines">Detected lines outside ruled tables; a detector joins the columns of a row, so they only say where rows are.</param>
    /// <param name="ink">Ink of the page without rules.</param>
    /// <param name="rulings">The page's rules: those between rows part them.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    /// <param name="isDark">Whether print stands white on a dark ground there: what is ink there are the gaps between its letters.</param>
    public static ImmutableArray<Grid> Find(
        ImmutableArray<DetectedLine> lines, ImmutableArray<InkComponent> ink, ImmutableArray<RulingLine> rulings, double lineHeight, Func<Box, bool> isDark)
    {
        var signs = ink.Select(part => part.Box)
            .Where(box => box.Height < 1.6 * lineHeight && box.Width < 15 * lineHeight && Math.Max(box.Width, box.Height) > 0.12 * lineHeight).ToArray();
        ImmutableArray<ImmutableArray<Box>> rows = ReadingOrder.Rows(lines.Select(line => line.Polygon.Bounds), box => box);
        Box[] bands = [.. rows.Select(row => row.Aggregate((all, box) => all.Union(box)))];
        ImmutableArray<Box> onDark = [.. rows.Where(row => 2 * row.Count(isDark) > row.Length).SelectMany(row => row)];
        signs = [.. signs.Where(sign => !onDark.Any(box => sign.Centre.Y > box.Y1 && sign.Centre.Y < box.Y2)), .. onDark.Select(box => box.Inflate(-OnDark * box.Height))];
        Box[][] inBand = [.. bands.Select((band, index) => signs.Where(sign => BandOf(sign, bands) == index).ToArray())];
        Box[] inLines = [.. signs.Where(sign => lines.Any(line => line.Polygon.Bounds.Contains(sign.Centre)))];
        var grids = ImmutableArray.CreateBuilder<Grid>();
        for (var first = 0; first + FewestRows <= bands.Length; first++)
        {
            if (Best(bands, first, inBand, lineHeight) is not { } best)
                continue;
            (first, var run) = best;
            grids.Add(AlignedHeader.Add(Build(Trimmed(run, lineHeight), bands, inLines, rulings, lineHeight), lines, lineHeight));
            first += run.Rows.Length - 1;
        }

        return grids.ToImmutable();
    }

    /// <summary>The run from this row or one of the next whose full rows fill most cells: a line above the header may span two columns, and makes one of them.</summary>
    private static (int First, (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) Run)? Best(Box[] bands, int first, Box[][] signs, double lineHeight)
    {
        (int First, (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) Run)? best = null;
        for (var start = first; start <= (best?.First ?? first) + RowsAbove && start + FewestRows <= bands.Length; start++)
        {
            if (Longest(bands, start, signs, lineHeight) is { } run && (best is not { } before || (start < before.First + before.Run.Rows.Length && FilledFully(run) > FilledFully(before.Run))))
                best = (start, run);
        }

        return best;
    }

    /// <summary>Cells that hold ink.</summary>
    private static int Filled((ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) run) =>
        run.Rows.Sum(row => run.Columns.Count(column => Fills(row, column)));

    /// <summary>Cells that hold ink in the rows that fill most columns.</summary>
    private static int FilledFully((ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) run) =>
        Filled(([.. run.Rows.Where(row => IsMain(row, run.Columns))], run.Columns));

    /// <summary>The run of rows from <paramref name="first"/> on that fills most cells and keeps most of its first row's columns.</summary>
    private static (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns)? Longest(Box[] bands, int first, Box[][] signs, double lineHeight)
    {
        var reach = bands[first..(first + FewestRows)].Aggregate((all, box) => all.Union(box)).Inflate(0.5 * lineHeight);
        var widest = 0.0;
        var rows = new List<ImmutableArray<Box>> { Row(first) };
        var width = Columns(rows, lineHeight).Length;
        (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns)? best = null;
        for (var next = first + 1; next < bands.Length && width >= FewestColumns; next++)
        {
            var gap = bands[next].Y1 - bands[next - 1].Y2;
            if (gap > RowReach * lineHeight || (rows.Count >= FewestRows && gap > Math.Max(lineHeight, WiderThanUsual * widest)))
                break;
            widest = Math.Max(widest, gap);
            rows.Add(Row(next));
            var columns = Columns(rows, lineHeight);
            if (rows[^1].IsEmpty || TypicalGap(columns) < WideGap * lineHeight || columns.Length < Math.Max(FewestColumns, 0.7 * width))
                break;
            if (rows.Count >= FewestRows && Occupied([.. rows], columns) && (best is not { } before || Filled(([.. rows], columns)) >= Filled(before)))
                best = ([.. rows], columns);
        }

        return best;

        ImmutableArray<Box> Row(int index) =>
            [.. signs[index].Where(box => box.X1 > reach.X1 && box.X2 < reach.X2)];
    }

    /// <summary>The row whose middle is nearest of those that reach over the sign: the lines of a wrapped name stand half above and half below the numbers beside them. -1 for none.</summary>
    private static int BandOf(Box sign, Box[] bands)
    {
        var y = sign.Centre.Y;
        var nearest = -1;
        for (var index = 0; index < bands.Length; index++)
        {
            if (y > bands[index].Y1 && y < bands[index].Y2 && (nearest < 0 || Math.Abs(bands[index].Centre.Y - y) < Math.Abs(bands[nearest].Centre.Y - y)))
                nearest = index;
        }

        return nearest;
    }

    /// <summary>Stretches of x that some row fills, parted where no row has ink.</summary>
    private static ImmutableArray<(double X1, double X2)> Columns(IEnumerable<ImmutableArray<Box>> rows, double lineHeight)
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

    /// <summary>Words of running text may happen to part above one another; the columns of a table stand farther apart.</summary>
    private static double TypicalGap(ImmutableArray<(double X1, double X2)> columns)
    {
        double[] gaps = [.. columns.Zip(columns.Skip(1), (left, right) => right.X1 - left.X2).Order()];
        return gaps.Length == 0 ? 0 : gaps[gaps.Length / 2];
    }

    /// <summary>A table has at least three rows that fill half of its columns; a form with labels here and there has not.</summary>
    private static bool Occupied(ImmutableArray<Box>[] rows, ImmutableArray<(double X1, double X2)> columns)
    {
        var main = rows.Count(row => IsMain(row, columns));
        return main >= FewestRows && rows.Length <= 2.5 * main;
    }

    private static bool IsMain(ImmutableArray<Box> row, ImmutableArray<(double X1, double X2)> columns) =>
        columns.Count(column => Fills(row, column)) >= 0.5 * columns.Length;

    /// <summary>A line above or below the table whose words happen to stand in its columns fills few of them and keeps its distance.</summary>
    private static (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) Trimmed(
        (ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) run, double lineHeight)
    {
        var (first, end) = (0, run.Rows.Length);
        while (end - first > FewestRows && !IsMain(run.Rows[first], run.Columns) && IsApart(run.Rows[first], run.Rows[first + 1], lineHeight))
            first++;
        while (end - first > FewestRows && !IsMain(run.Rows[end - 1], run.Columns) && IsApart(run.Rows[end - 2], run.Rows[end - 1], lineHeight))
            end--;
        if (first == 0 && end == run.Rows.Length)
            return run;
        var rows = run.Rows[first..end];
        var columns = Columns(rows, lineHeight);
        return Occupied(rows, columns) ? (rows, columns) : run;
    }

    private static bool IsApart(ImmutableArray<Box> above, ImmutableArray<Box> below, double lineHeight) =>
        !above.IsEmpty && !below.IsEmpty && below.Min(box => box.Y1) - above.Max(box => box.Y2) > Apart * lineHeight;

    private static Grid Build((ImmutableArray<Box>[] Rows, ImmutableArray<(double X1, double X2)> Columns) run, Box[] detected, Box[] signs, ImmutableArray<RulingLine> rulings, double lineHeight)
    {
        var (rows, columns) = run;
        var bands = RowRules.Part(rows, rows.Count(row => IsMain(row, columns)), columns, rulings) ?? Logical(rows, columns, lineHeight);
        var (first, last) = (bands[0].Top, bands[^1].Bottom);
        var top = detected.Select(band => (band.Y2 + first) / 2).Where(y => y < first).Append(first - (Sign * lineHeight)).Max();
        var bottom = detected.Select(band => (band.Y1 + last) / 2).Where(y => y > last).Append(last + (Sign * lineHeight)).Min();
        double[] ys = [top, .. bands.Zip(bands.Skip(1), (above, below) => (above.Bottom + below.Top) / 2), bottom];
        Box[][] inRow = [.. bands.Select(band => signs.Where(sign => sign.Centre.Y > band.Top && sign.Centre.Y < band.Bottom).ToArray())];
        var start = inRow.Min(row => -End(-columns[0].X1, row.Select(sign => (-sign.X2, -sign.X1)), lineHeight));
        var end = inRow.Max(row => End(columns[^1].X2, row.Select(sign => (sign.X1, sign.X2)), lineHeight));
        double[] xs = [start - 1, .. columns.Zip(columns.Skip(1), (left, right) => (left.X2 + right.X1) / 2), end + 1];
        var cells = Enumerable.Range(0, bands.Count).SelectMany(row => Enumerable.Range(0, columns.Length).Select(column =>
            new GridCell(row, column, 1, 1, Polygon.From(new Box(xs[column], ys[row], xs[column + 1], ys[row + 1])))));
        return new(new Box(xs[0], ys[0], xs[^1], ys[^1]), bands.Count, columns.Length, [.. cells], IsRuled: false);
    }

    /// <summary>Where a text that begins in the last column ends: rows may be longer than those that the table was told by.</summary>
    private static double End(double column, IEnumerable<(double X1, double X2)> signs, double lineHeight)
    {
        foreach (var (x1, x2) in signs.Where(sign => sign.X2 > column).OrderBy(sign => sign.X1))
        {
            if (x1 - column > WideGap * lineHeight)
                break;
            column = Math.Max(column, x2);
        }

        return column;
    }

    /// <summary>A cell of two lines stands above and below the middle of its row: lines that fill few columns belong to the nearest row that fills many.</summary>
    private static List<(double Top, double Bottom)> Logical(ImmutableArray<Box>[] rows, ImmutableArray<(double X1, double X2)> columns, double lineHeight)
    {
        var name = columns.MaxBy(column => column.X2 - column.X1);
        var full = rows.Where(row => IsMain(row, columns)).ToArray();
        var main = rows.Where(row => IsMain(row, columns) || IsBesideName(row)).ToArray();
        var bands = main.Select(row => (Top: row.Min(box => box.Y1), Bottom: row.Max(box => box.Y2))).ToList();
        foreach (var row in rows.Except(main))
        {
            var nearest = Enumerable.Range(0, main.Length).MinBy(index => Math.Abs(Middle(main[index]) - Middle(row)));
            bands[nearest] = (Math.Min(bands[nearest].Top, row.Min(box => box.Y1)), Math.Max(bands[nearest].Bottom, row.Max(box => box.Y2)));
        }

        return bands;

        static double Middle(ImmutableArray<Box> row) => row.Average(box => box.Centre.Y);

        // The few numbers beside a name of two lines, which stands above and below them.
        bool IsBesideName(ImmutableArray<Box> row) =>
            columns.Count(column => Fills(row, column)) >= FewestBesideName && !Fills(row, name) && full.All(other => Math.Abs(Middle(other) - Middle(row)) > OwnRow * lineHeight);
    }

    private static bool Fills(ImmutableArray<Box> row, (double X1, double X2) column) => row.Any(box => box.Centre.X >= column.X1 && box.Centre.X <= column.X2);
}
