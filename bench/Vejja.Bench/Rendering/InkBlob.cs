using Vejja.Bench.Browser;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Rendering;

/// <summary>Ink that hangs together, pixels of the picture.</summary>
/// <param name="Box">Its bounds.</param>
/// <param name="Runs">Its rows: boxes of one pixel's height.</param>
internal sealed record InkBlob(RenderedBox Box, IReadOnlyList<RenderedBox> Runs)
{
    /// <summary>Darker than this is ink.</summary>
    private const byte Ink = 170;

    /// <summary>The blobs of a picture: runs of ink in a row, joined with those that they touch in the row above, corners included (Rosenfeld and Pfaltz, 1966).</summary>
    public static IEnumerable<InkBlob> Of(PageImage picture)
    {
        var runs = new List<(int Y, int X1, int X2)>();
        var parent = new List<int>();
        int Root(int run)
        {
            while (parent[run] != run)
                run = parent[run] = parent[parent[run]];
            return run;
        }

        for (int y = 0, above = 0, aboveEnd = 0; y < picture.Height; y++)
        {
            var first = runs.Count;
            var row = picture.Gray.AsSpan(y * picture.Width, picture.Width);
            for (var x = row.IndexOfAnyInRange((byte)0, Ink); x >= 0 && x < row.Length;)
            {
                var length = row[x..].IndexOfAnyExceptInRange((byte)0, Ink);
                var end = length < 0 ? row.Length : x + length;
                parent.Add(runs.Count);
                runs.Add((y, x, end));
                while (above < aboveEnd && runs[above].X2 < x)
                    above++;
                for (var i = above; i < aboveEnd && runs[i].X1 <= end; i++)
                    parent[Root(i)] = Root(runs.Count - 1);
                var gap = row[end..].IndexOfAnyInRange((byte)0, Ink);
                x = gap < 0 ? row.Length : end + gap;
            }

            (above, aboveEnd) = (first, runs.Count);
        }

        return Enumerable.Range(0, runs.Count).GroupBy(Root).Select(group =>
        {
            var own = group.Select(i => new RenderedBox(runs[i].X1, runs[i].Y, runs[i].X2, runs[i].Y + 1)).ToArray();
            return new InkBlob(new(own.Min(run => run.X1), own[0].Y1, own.Max(run => run.X2), own[^1].Y2), own);
        });
    }
}
