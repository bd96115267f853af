namespace Vejja.Inference.Detection;

/// <summary>Sizes and thresholds of the detector; the defaults are those that PP-OCRv4 was published with.</summary>
public sealed record PpOcrDetectorOptions
{
    /// <summary>The page is shrunk to at most this many pixels along its longer side before it is looked at, 320 to 2,560; 1,280.</summary>
    public int LongestSidePixels { get; init => field = Within(value, 320, 2560); } = 1280;

    /// <summary>Probability above which a pixel is text, 0.05 to 0.95; 0.3.</summary>
    public double PixelThreshold { get; init => field = Within(value, 0.05, 0.95); } = 0.3;

    /// <summary>Mean probability of a region's pixels above which it is kept, 0.05 to 0.95; 0.6.</summary>
    public double BoxThreshold { get; init => field = Within(value, 0.05, 0.95); } = 0.6;

    /// <summary>How far the shrunken text region that the network sees is grown again, as area · ratio / perimeter, 1 to 3; 1.5.</summary>
    public double UnclipRatio { get; init => field = Within(value, 1.0, 3.0); } = 1.5;

    /// <summary>At most this many boxes a page, 1 to 10,000; 1,000.</summary>
    public int MaximumBoxes { get; init => field = Within(value, 1, 10_000); } = 1000;

    private static T Within<T>(T value, T smallest, T largest) where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest);
        return value;
    }
}
