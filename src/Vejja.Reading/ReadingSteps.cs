namespace Vejja.Reading;

/// <summary>Turns finished steps into shares of the whole. The shares are those of the time on a two-core machine; lines take most of it.</summary>
internal sealed class ReadingSteps(IProgress<ReadingProgress>? progress, int pages)
{
    private const double Decoded = 2;
    private const double Read = 90;
    private const double Tables = 95;
    private const double Medications = 99;

    /// <summary>Of a page's time, until its lines are found.</summary>
    private const double Detected = 0.2;

    private int lines;

    /// <summary>The file is open.</summary>
    public void Open() => Report(Decoded, "decoded", null);

    /// <summary>A page's lines are found.</summary>
    /// <param name="index">From 0.</param>
    public void Detect(int index)
    {
        lines = 0;
        Report(OfPage(index, Detected), "detected", index + 1);
    }

    /// <summary>One more line of a page is read; called by several threads at once.</summary>
    public void Recognise(int index, int count) =>
        Report(OfPage(index, Detected + ((1 - Detected) * Interlocked.Increment(ref lines) / count)), "recognised", index + 1);

    /// <summary>Tables are found.</summary>
    public void Tabulate() => Report(Tables, "tables", null);

    /// <summary>Medications are read.</summary>
    public void Medicate() => Report(Medications, "medications", null);

    private double OfPage(int index, double share) => Decoded + ((Read - Decoded) * (index + share) / pages);

    private void Report(double percent, string step, int? page) => progress?.Report(new((int)percent, step, page, pages));
}
