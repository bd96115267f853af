using Vejja.Reading.Pages;

namespace Vejja.Imaging.Rulings;

/// <summary>Follows thin lines of ink through skew, curl and small gaps.</summary>
/// <remarks>After Poulain d'Andecy, Camillerapp and Leplumey, "Kalman filtering for segment detection", ICPR 1994, with a plain predictor.</remarks>
/// <param name="columns">The ink, one row a place along the lines: a page's rows for lines across the text, its columns for lines along it.</param>
/// <param name="scale">What counts as a rule.</param>
internal sealed class RulingTracking(InkMap columns, RulingScale scale)
{
    // How far beside its prediction a line may go on, in pixels.
    private const double Tolerance = 1.6;

    private readonly int alongLength = columns.Height;
    private readonly int acrossLength = columns.Width;

    /// <summary>All lines of at least the shortest length that are straight and unbroken enough.</summary>
    public List<RulingTrack> Follow()
    {
        var finished = new List<RulingTrack>();
        var active = new List<RulingTrack>();
        var runAt = new int[acrossLength];
        var runs = new List<(int Start, int Length)>();
        for (int along = 0; along < alongLength; along++)
        {
            FindRuns(along, runs, runAt);
            Continue(active, finished, along, runs, runAt);
            foreach (var (start, length) in runs)
            {
                if (length > 0 && length <= scale.ThickestPixels)
                    active.Add(new RulingTrack(along, start + (length / 2.0), length));
            }
        }

        finished.AddRange(active);
        return [.. finished.Where(track => track.Length >= scale.ShortestPixels && track.Coverage >= scale.LowestCoverage
            && track.Freedom >= scale.LowestFreedom && track.Roughness <= (track.Length >= scale.SurePixels ? scale.LargestRoughness : scale.LargestShortRoughness))];
    }

    /// <summary>Runs of ink across the direction of travel; <paramref name="runAt"/> gives for each pixel the run's number plus one.</summary>
    private void FindRuns(int along, List<(int Start, int Length)> runs, int[] runAt)
    {
        runs.Clear();
        Array.Clear(runAt);
        var pixels = columns.Pixels.AsSpan(along * acrossLength, acrossLength);
        for (int at = 0; at < pixels.Length;)
        {
            int start = pixels[at..].IndexOf((byte)1);
            if (start < 0)
                return;
            start += at;
            int length = pixels[start..].IndexOf((byte)0);
            length = length < 0 ? pixels.Length - start : length;
            runs.Add((start, length));
            Array.Fill(runAt, runs.Count, start, length);
            at = start + length;
        }
    }

    private void Continue(List<RulingTrack> active, List<RulingTrack> finished, int along, List<(int Start, int Length)> runs, int[] runAt)
    {
        // Longer tracks choose first: a stub of a letter does not take a rule over.
        active.Sort(static (a, b) => b.Points.Count.CompareTo(a.Points.Count));
        int kept = 0;
        for (int i = 0; i < active.Count; i++)
        {
            var track = active[i];
            double predicted = track.Predict(along);
            int run = Nearest(predicted, runs, runAt);
            if (run >= 0)
            {
                track.Add(along, runs[run].Start + (runs[run].Length / 2.0), runs[run].Length);
                runs[run] = (runs[run].Start, 0);
            }
            else if (IsCrossed(predicted, runs, runAt))
            {
                track.Cross();
            }

            if (along - track.Last <= scale.WidestGapPixels)
                active[kept++] = track;
            else if (track.Length >= scale.ShortestPixels)
                finished.Add(track);
        }

        active.RemoveRange(kept, active.Count - kept);
    }

    private int Nearest(double predicted, List<(int Start, int Length)> runs, int[] runAt)
    {
        int best = -1;
        double nearest = Tolerance;
        int from = Math.Max(0, (int)(predicted - Tolerance - 1)), to = Math.Min(acrossLength - 1, (int)(predicted + Tolerance + 1));
        for (int across = from; across <= to; across++)
        {
            int run = runAt[across] - 1;
            if (run < 0 || runs[run].Length == 0 || runs[run].Length > scale.ThickestPixels)
                continue;
            double distance = Math.Abs(runs[run].Start + (runs[run].Length / 2.0) - predicted);
            if (distance <= nearest)
                (best, nearest) = (run, distance);
        }

        return best;
    }

    private bool IsCrossed(double predicted, List<(int Start, int Length)> runs, int[] runAt) =>
        (int)predicted is >= 0 and var across && across < acrossLength && runAt[across] > 0 && runs[runAt[across] - 1].Length > scale.ThickestPixels;
}
