namespace Vejja.Imaging.Decoding;

/// <summary>How much a document may ask for; checked against the file's header before anything is decoded.</summary>
public sealed record DecodeLimits
{
    /// <summary>Bytes of the file, 1 KiB to 1 GiB; 64 MiB.</summary>
    public long MaximumBytes { get; init => field = Within(value, 1L << 10, 1L << 30); } = 64L << 20;

    /// <summary>Pixels of all pages together, 10,000 to 400 million; 80 million (a decoded pixel takes seven bytes for a moment).</summary>
    public long MaximumPixels { get; init => field = Within(value, 10_000, 400_000_000); } = 80_000_000;

    /// <summary>Pages, 1 to 500; 20.</summary>
    public int MaximumPages { get; init => field = (int)Within(value, 1, 500); } = 20;

    /// <summary>Pixels along the longer side of a page that a PDF is drawn at, 500 to 6,000; 2,200 (A4 at 188 dpi).</summary>
    public int PdfLongestSidePixels { get; init => field = (int)Within(value, 500, 6000); } = 2200;

    /// <summary>Processor time of a child process (pdftoppm, heif-convert), 1 s to 10 min; 30 s.</summary>
    public TimeSpan ChildProcessorTime { get; init => field = Within(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)); } = TimeSpan.FromSeconds(30);

    /// <summary>How long a child process may take by the clock, 1 s to 30 min; 2 min: on a loaded machine a child waits for its turn longer than it works.</summary>
    public TimeSpan ChildTimeout { get; init => field = Within(value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(30)); } = TimeSpan.FromMinutes(2);

    /// <summary>Address space of a child process in bytes, 64 MiB to 16 GiB; 1 GiB.</summary>
    public long ChildMemoryBytes { get; init => field = Within(value, 64L << 20, 16L << 30); } = 1L << 30;

    /// <summary>The largest file that a child process may write in bytes, 1 MiB to 4 GiB; 256 MiB.</summary>
    public long ChildFileBytes { get; init => field = Within(value, 1L << 20, 4L << 30); } = 256L << 20;

    private static T Within<T>(T value, T smallest, T largest) where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, smallest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, largest);
        return value;
    }
}
