using System.Diagnostics;
using System.Globalization;
using Vejja.App.Tests.Faults;
using Vejja.App.Tests.Running;
using Vejja.Tests.Shared;

namespace Vejja.App.Tests.Load;

/// <summary>50 clients upload and look for two minutes with VEJJA_TEST_LONG, 20 for some seconds otherwise, while a worker computes. Times are asserted in the long run only, of what the host did not disturb.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class UploadLoadTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1";
    private static readonly int Clients = IsLong ? 50 : 20;
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(IsLong ? 120 : 4);
    private const long MostBytes = 600L << 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clients_UploadAtOnce_AreServedOrToldToWait()
    {
        await using var service = await RunningService.StartAsync(change: options => options with { Workers = 1, QueueLimit = 200 });
        using var pool = new PoolDelay();
        using var stolen = new StolenTime();
        using var memory = new MemoryGrowth();
        var report = await LoadClients.RunAsync(service, Clients, Length, Stop);
        var delays = pool.End();
        stolen.Dispose();
        var looks = report.Looks.Select(look => look.Milliseconds).Order().ToList();
        var undisturbed = report.Looks.Where(look => !stolen.Touches(look.From, look.To)).Select(look => look.Milliseconds).Order().ToList();
        var grown = memory.End();

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients} clients, {Length.TotalSeconds:0} s: uploads {string.Join(", ", report.Answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))}; GET /documents/ID: {Told(looks)}; outside the {stolen.Seconds:0.0} s that the host disturbed: {Told(undisturbed)}; waits for a thread: 99 of 100 {delays.P99:0.0} ms, {delays.Threads} threads; memory +{grown >> 20} MiB"));
        Assert.Empty(report.Faults);
        Assert.NotEmpty(report.Accepted);
        Assert.Equal(report.Accepted.Count, report.Accepted.Distinct().Count());
        await WorkerLossTests.AllDoneAsync(service, report.Accepted);
        Assert.True(grown < MostBytes, $"{grown >> 20} MiB more");
        if (IsLong)
            Assert.True(undisturbed.Count > 0 && Share(undisturbed, 0.99) < 100, Told(undisturbed));
    }

    private static double Share(List<double> rising, double share) => rising[Math.Min(rising.Count - 1, (int)(rising.Count * share))];

    private static string Told(List<double> rising) => rising.Count == 0 ? "none" : string.Create(
        CultureInfo.InvariantCulture, $"{rising.Count}, median {Share(rising, 0.5):0.0} ms, 99 of 100 {Share(rising, 0.99):0.0} ms, most {rising[^1]:0.0} ms");

    /// <summary>How long work waits for a thread of the pool: what a request would wait before its first line.</summary>
    private sealed class PoolDelay : IDisposable
    {
        private readonly List<double> delays = [];
        private readonly Thread sampling;
        private volatile bool isOver;
        private int threads;

        public PoolDelay()
        {
            sampling = new Thread(Sample) { IsBackground = true };
            sampling.Start();
        }

        public (double P99, int Threads) End()
        {
            Dispose();
            delays.Sort();
            return (delays[delays.Count * 99 / 100], threads);
        }

        public void Dispose()
        {
            isOver = true;
            sampling.Join();
        }

        private void Sample()
        {
            while (!isOver)
            {
                using var done = new ManualResetEventSlim();
                var start = Stopwatch.GetTimestamp();
                ThreadPool.UnsafeQueueUserWorkItem(_ => done.Set(), null);
                done.Wait();
                delays.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                threads = Math.Max(threads, ThreadPool.ThreadCount);
                Thread.Sleep(20);
            }
        }
    }
}
