namespace Vejja.Imaging.Rulings;

/// <summary>One line that is being followed, column by column; "along" is the direction of travel, "across" the other.</summary>
internal sealed class RulingTrack(int along, double across, int thickness)
{
    // Columns after which the slope is believed, and over which it is measured.
    private const int SlopeReach = 24;

    private readonly List<(int Along, double Across)> points = [(along, across)];
    private double thicknessSum = thickness;

    public IReadOnlyList<(int Along, double Across)> Points => points;

    public int First => points[0].Along;

    public int Last => points[^1].Along;

    public int Length => Last - First + 1;

    /// <summary>Columns that were crossed by ink too thick to tell the line from (another rule, a letter that touches).</summary>
    public int Crossed { get; private set; }

    public double Thickness => thicknessSum / points.Count;

    /// <summary>Share of the columns from first to last where the line was seen.</summary>
    public double Coverage => Math.Min(1, (double)(points.Count + Crossed) / Length);

    /// <summary>Share of the columns where the line stood free.</summary>
    public double Freedom => (double)points.Count / Length;

    /// <summary>Mean step across from one column to the next that the line's own slope does not explain, in pixels, two columns taken together: a clean rule that was turned is a comb,
    /// column by column.</summary>
    public double Roughness
    {
        get
        {
            double slope = (points[^1].Across - points[0].Across) / Math.Max(1, Last - First), sum = 0;
            for (int i = 2; i + 1 < points.Count; i += 2)
                sum += Math.Abs(Off(i) + Off(i + 1) - Off(i - 2) - Off(i - 1)) / 2;
            return sum / points.Count;

            double Off(int index) => points[index].Across - (slope * points[index].Along);
        }
    }

    public double Predict(int position) => points[^1].Across + (Slope() * (position - Last));

    public void Add(int position, double across, int thickness)
    {
        points.Add((position, across));
        thicknessSum += thickness;
    }

    public void Cross() => Crossed++;

    private double Slope()
    {
        if (points.Count < SlopeReach / 2)
            return 0;
        var (along, across) = points[Math.Max(0, points.Count - SlopeReach)];
        return (points[^1].Across - across) / Math.Max(1, Last - along);
    }
}
