namespace Vejja.Imaging.Straightening;

/// <summary>How pages are made upright.</summary>
public sealed record StraightenerOptions
{
    /// <summary>Pages are shrunk to this many pixels along the longer side, 800 to 6,000; 2,600 (A4 at 222 dpi, small print about 20 pixels high).</summary>
    public int LongestSidePixels { get; init => field = Within(value, 800, 6000); } = 2600;

    /// <summary>Pages whose letters are lower than this many pixels are enlarged twofold, 0 (never) to 20; 12.</summary>
    public int SmallLetterPixels { get; init => field = Within(value, 0, 20); } = 12;

    /// <summary>The largest tilt of the text in degrees that is looked for first, 0 to 30; 15.</summary>
    public int LargestSkewDegrees { get; init => field = Within(value, 0, 30); } = 15;

    /// <summary>The largest tilt of the text in degrees that is looked for where there is no smaller one, 0 to 40; 35.</summary>
    public int LargestTiltDegrees { get; init => field = Within(value, 0, 40); } = 35;

    /// <summary>Letters lower than this many pixels in the original earn the warning <c>low-resolution</c>, 0 to 30; 10.</summary>
    public int LowResolutionLetterPixels { get; init => field = Within(value, 0, 30); } = 10;

    /// <summary>Edges of strokes wider than this share of the letters' height earn the warning <c>blurred</c>, 0.1 to 2; 0.33 (a Gaussian blur of 1.9 pixels on letters of 14).</summary>
    public double BlurredEdgeShare { get; init => field = Within(value, 0.1, 2); } = 0.33;

    private static T Within<T>(T value, T smallest, T largest) where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest);
        return value;
    }
}
