using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>Lines of a cell from the profile of its rows of pixels.</summary>
internal static class InkBands
{
    /// <summary>A band lower than this share of a line height belongs to its neighbour: signs above and below Khmer letters, dots, accents.</summary>
    private const double LowBand = 0.34;

    /// <summary>So does one that is lower than this, no farther from its neighbour than the gap, and has ink in no more columns than this share of the neighbour's: feet with vowels under them.</summary>
    private const double FootBand = 0.65, FootGap = 0.15, FootShare = 0.5;

    /// <summary>A detector may take feet for a line of their own: then they must be nearer.</summary>
    private const double SeenFootGap = 0.08;

    /// <summary>Two bands that are together no higher than this, in line heights, are one line where a detected line holds so large a share of either.</summary>
    private const double OneLine = 1.2, Held = 0.6;

    /// <summary>Bands in the cell's frame, top to bottom.</summary>
    /// <param name="ink">Ink of the cell.</param>
    /// <param name="frame">The cell's frame.</param>
    /// <param name="witnesses">Middles and heights of detected lines in the frame.</param>
    /// <param name="lineHeight">Height of a text line in pixels.</param>
    public static ImmutableArray<Box> Part(
        ImmutableArray<InkComponent> ink, CellFrame frame, ImmutableArray<(double Middle, double Height)> witnesses, double lineHeight)
    {
        var runs = ink.SelectMany(part => part.Runs)
            .Select(run => (Y: (int)Math.Round(run.Y - frame.Shift((run.X1 + run.X2) / 2.0)), run.X1, run.X2)).ToArray();
        var (top, bottom) = (runs.Min(run => run.Y), runs.Max(run => run.Y) + 1);
        var profile = new int[bottom - top];
        foreach (var (y, x1, x2) in runs)
            profile[y - top] += x2 - x1;
        (double Middle, double Height)[] seen = [.. witnesses.Select(witness => (witness.Middle - top, witness.Height))];
        var bands = Absorb(SplitAtWitnesses(Filled(profile), profile, [.. seen.Select(witness => witness.Middle)], lineHeight), IsFoot, lineHeight);
        return [.. bands.Select(band => Outline(band))];

        bool IsFoot((int From, int To) band, (int From, int To) of)
        {
            var gap = Math.Max(band.From - of.To, of.From - band.To) / lineHeight;
            if (band.To - band.From >= FootBand * lineHeight || gap >= FootGap)
                return false;
            if (Math.Max(band.To, of.To) - Math.Min(band.From, of.From) < OneLine * lineHeight && seen.Any(line => Holds(line, band) && Holds(line, of)))
                return true;
            var isSeen = seen.Any(line => line.Middle >= band.From && line.Middle < band.To);
            return (!isSeen || gap < SeenFootGap) && Columns(band) <= FootShare * Columns(of);
        }

        static bool Holds((double Middle, double Height) line, (int From, int To) band) =>
            Math.Min(line.Middle + (line.Height / 2), band.To) - Math.Max(line.Middle - (line.Height / 2), band.From) > Held * (band.To - band.From);

        int Columns((int From, int To) band) =>
            runs.Where(run => run.Y - top >= band.From && run.Y - top < band.To).SelectMany(run => Enumerable.Range(run.X1, run.X2 - run.X1)).Distinct().Count();

        Box Outline((int From, int To) band)
        {
            var own = runs.Where(run => run.Y - top >= band.From && run.Y - top < band.To).ToArray();
            return new(own.Min(run => run.X1), band.From + top, own.Max(run => run.X2), band.To + top);
        }
    }

    private static List<(int From, int To)> Filled(int[] profile)
    {
        var bands = new List<(int From, int To)>();
        var from = -1;
        for (var y = 0; y <= profile.Length; y++)
        {
            var filled = y < profile.Length && profile[y] > 0;
            if (filled && from < 0)
                from = y;
            if (filled || from < 0)
                continue;
            bands.Add((from, y));
            from = -1;
        }

        return bands;
    }

    /// <summary>Two witnesses in one high band: their lines touch, and part where the profile between them is thinnest.</summary>
    private static List<(int From, int To)> SplitAtWitnesses(List<(int From, int To)> bands, int[] profile, double[] witnesses, double lineHeight)
    {
        var result = new List<(int From, int To)>();
        foreach (var band in bands)
        {
            var from = band.From;
            double[] seen = [.. witnesses.Where(y => y > band.From && y < band.To).Order()];
            for (var i = 1; i < seen.Length; i++)
            {
                if (seen[i] - seen[i - 1] < 0.6 * lineHeight)
                    continue;
                var cut = Enumerable.Range((int)seen[i - 1], (int)seen[i] - (int)seen[i - 1]).MinBy(y => profile[y]);
                if (cut - from < LowBand * lineHeight)
                    continue;
                result.Add((from, cut));
                from = cut;
            }

            result.Add((from, band.To));
        }

        return result;
    }

    private static List<(int From, int To)> Absorb(
        List<(int From, int To)> bands, Func<(int From, int To), (int From, int To), bool> isFoot, double lineHeight)
    {
        while (Enumerable.Range(0, bands.Count).Where(IsPart).OrderBy(Height).ToArray() is [var part, ..])
        {
            var into = GapAbove(part) <= GapAbove(part + 1) ? part - 1 : part;
            bands[into] = (bands[into].From, bands[into + 1].To);
            bands.RemoveAt(into + 1);
        }

        return bands;

        bool IsPart(int index) => bands.Count > 1
            && (Height(index) < LowBand * lineHeight || isFoot(bands[index], bands[GapAbove(index) <= GapAbove(index + 1) ? index - 1 : index + 1]));
        int Height(int index) => bands[index].To - bands[index].From;
        int GapAbove(int index) => index > 0 && index < bands.Count ? bands[index].From - bands[index - 1].To : int.MaxValue;
    }
}
