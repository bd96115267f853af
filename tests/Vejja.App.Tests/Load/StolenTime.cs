using System.Diagnostics;
using System.Globalization;

namespace Vejja.App.Tests.Load;

/// <summary>
/// When the host of a virtual machine gave its cores to others: field <c>steal</c> of /proc/stat (proc(5)), looked at ten times a second. What takes
/// long then says nothing about the service.
/// </summary>
internal sealed class StolenTime : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    /// <summary>Hundredths of a second that may be missing from all cores within one step; with more the step counts as stolen.</summary>
    private const int MostTicks = 1;

    private readonly List<(long From, long To)> spans = [];
    private readonly Thread sampling;
    private volatile bool isOver;

    public StolenTime()
    {
        sampling = new Thread(Sample) { IsBackground = true };
        sampling.Start();
    }

    /// <summary>Seconds in steps that the host took part of.</summary>
    public double Seconds => spans.Sum(span => Stopwatch.GetElapsedTime(span.From, span.To).TotalSeconds);

    /// <summary>Whether the host took time between two stamps of <see cref="Stopwatch"/>, which processes of one machine share.</summary>
    public bool Touches(long from, long to) => spans.Exists(span => span.From <= to && from <= span.To);

    /// <summary>Stops looking.</summary>
    public void Dispose()
    {
        isOver = true;
        sampling.Join();
    }

    private static long Ticks() =>
        long.Parse(File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[8], CultureInfo.InvariantCulture);

    private void Sample()
    {
        var (before, from) = (Ticks(), Stopwatch.GetTimestamp());
        while (!isOver)
        {
            Thread.Sleep(Step);
            var (ticks, to) = (Ticks(), Stopwatch.GetTimestamp());
            if (ticks - before > MostTicks)
                spans.Add((from, to));
            (before, from) = (ticks, to);
        }
    }
}
