using System.Collections.Immutable;
using Vejja.Domain.Geometry;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Tables;

/// <summary>Lines of a cell from the profile of its rows of pixels.</summary>
internal static class InkBands
{
    /// <summary>A band lower than this share of a line height belongs to its neighbour: signs above and below Khmer letters, dots, accents.</summary>
    private const double LowBand = 0.34;

    /// <summary>Bands in the cell's frame, top to bottom.</summary>
    public static ImmutableArray<Box> Part(
        ImmutableArray<InkComponent> ink, CellFrame frame, ImmutableArray<double> witnesses, double lineHeight)
    {
        var runs = ink.SelectMany(part => part.Runs)
            .Select(run => (Y: (int)Math.Round(run.Y - frame.Shift((run.X1 + run.X2) / 2.0)), run.X1, run.X2)).ToArray();
        var (top, bottom) = (runs.Min(run => run.Y), runs.Max(run => run.Y) + 1);
        var profile = new int[bottom - top];
        foreach (var (y, x1, x2) in runs)
            profile[y - top] += x2 - x1;
        var bands = Absorb(SplitAtWitnesses(Filled(profile), profile, [.. witnesses.Select(witness => witness - top)], lineHeight), lineHeight);
        return [.. bands.Select(band => Outline(band))];

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

    private static List<(int From, int To)> Absorb(List<(int From, int To)> bands, double lineHeight)
    {
        while (bands.Count > 1)
        {
            var lowest = Enumerable.Range(0, bands.Count).MinBy(index => bands[index].To - bands[index].From);
            if (bands[lowest].To - bands[lowest].From >= LowBand * lineHeight)
                break;
            var above = lowest > 0 ? bands[lowest].From - bands[lowest - 1].To : int.MaxValue;
            var below = lowest + 1 < bands.Count ? bands[lowest + 1].From - bands[lowest].To : int.MaxValue;
            var into = above <= below ? lowest - 1 : lowest;
            bands[into] = (bands[into].From, bands[into + 1].To);
            bands.RemoveAt(into + 1);
        }

        return bands;
    }
}
