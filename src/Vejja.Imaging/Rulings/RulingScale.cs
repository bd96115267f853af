namespace Vejja.Imaging.Rulings;

/// <summary>What counts as a rule at a page's size of print, in pixels.</summary>
/// <param name="LetterPixels">Typical height of letters.</param>
internal sealed record RulingScale(double LetterPixels)
{
    /// <summary>Thicker strokes are print.</summary>
    public int ThickestPixels { get; } = Math.Max(3, (int)Math.Round(LetterPixels * 0.45));

    /// <summary>Shorter lines are strokes of letters.</summary>
    public int ShortestPixels { get; } = (int)Math.Round(LetterPixels * 2.2);

    /// <summary>Lines of this length are rules by themselves; shorter ones only where they meet others.</summary>
    public int SurePixels { get; } = (int)Math.Round(LetterPixels * 6);

    /// <summary>A line survives breaks of this length while it is followed.</summary>
    public int WidestGapPixels { get; } = Math.Max(3, (int)Math.Round(LetterPixels * 0.6));

    /// <summary>Pieces of one line are joined over breaks of this length.</summary>
    public double JoinPixels { get; } = LetterPixels * 4;

    /// <summary>Share of a line that must be ink.</summary>
    public double LowestCoverage { get; } = 0.8;

    /// <summary>Share of a line that must stand free of other ink.</summary>
    public double LowestFreedom { get; } = 0.6;

    /// <summary>Mean step from column to column, in pixels, that a printed line may have besides its slope: on fourteen hard development sheets nearly all long ones had less than 0.13.</summary>
    public double LargestRoughness { get; } = 0.18;

    /// <summary>The same of a line that is no rule by itself: the tops of a Khmer word that fills its cell from rule to rule are nearly as smooth as a rule.</summary>
    public double LargestShortRoughness { get; } = 0.15;

    /// <summary>How far a straight piece may leave a curled line, in pixels.</summary>
    public double StraightPixels { get; } = Math.Max(1, LetterPixels * 0.08);
}
