namespace Vejja.Imaging.Rulings;

/// <summary>A followed line as a chain of straight pieces: corners in travel order, with its mean thickness in pixels.</summary>
internal sealed record RulingPath(IReadOnlyList<(double Along, double Across)> Corners, double Thickness)
{
    public double First => Corners[0].Along;

    public double Last => Corners[^1].Along;

    public double Length => Last - First;

    /// <summary>The straight pieces of a track (Douglas and Peucker 1973, on points smoothed over a few columns), which they leave by at most <paramref name="deviation"/> pixels.</summary>
    public static RulingPath From(RulingTrack track, double deviation)
    {
        var smooth = Smooth(track.Points);
        var corners = new List<(double, double)> { smooth[0] };
        Split(smooth, 0, smooth.Count - 1, deviation, corners);
        return new RulingPath(corners, track.Thickness);
    }

    /// <summary>Both lines as one; the other begins after this one ends.</summary>
    public RulingPath Join(RulingPath next) =>
        new([.. Corners, .. next.Corners], ((Thickness * Length) + (next.Thickness * next.Length)) / Math.Max(1, Length + next.Length));

    /// <summary>Where the line passes at a place along it; its ends are extended straight.</summary>
    public double At(double along)
    {
        int i = 1;
        while (i < Corners.Count - 1 && Corners[i].Along < along)
            i++;
        var (from, to) = (Corners[i - 1], Corners[i]);
        return from.Across + ((to.Across - from.Across) * (along - from.Along) / Math.Max(1e-6, to.Along - from.Along));
    }

    private static List<(double Along, double Across)> Smooth(IReadOnlyList<(int Along, double Across)> points)
    {
        const int reach = 3;
        var smooth = new List<(double, double)>(points.Count);
        for (int i = 0; i < points.Count; i++)
        {
            int span = Math.Min(reach, Math.Min(i, points.Count - 1 - i));
            double sum = 0;
            for (int j = i - span; j <= i + span; j++)
                sum += points[j].Across;
            smooth.Add((points[i].Along + 0.5, sum / ((2 * span) + 1)));
        }

        return smooth;
    }

    private static void Split(List<(double Along, double Across)> points, int from, int to, double deviation, List<(double, double)> corners)
    {
        int farthest = -1;
        double most = deviation;
        for (int i = from + 1; i < to; i++)
        {
            double straight = points[from].Across + ((points[to].Across - points[from].Across) * (points[i].Along - points[from].Along) / (points[to].Along - points[from].Along));
            double distance = Math.Abs(points[i].Across - straight);
            if (distance > most)
                (farthest, most) = (i, distance);
        }

        if (farthest >= 0)
        {
            Split(points, from, farthest, deviation, corners);
            Split(points, farthest, to, deviation, corners);
        }
        else
        {
            corners.Add(points[to]);
        }
    }
}
