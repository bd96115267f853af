namespace Vejja.Tests.Shared;

/// <summary>The most that this process grew since this was made: resident bytes, looked at a hundred times a second. What ran before does not count, unlike in a process's peak.</summary>
internal sealed class MemoryGrowth : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    private readonly long start;
    private readonly Thread sampling;
    private long most;
    private volatile bool isOver;

    public MemoryGrowth()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        start = most = Environment.WorkingSet;
        sampling = new Thread(Sample) { IsBackground = true };
        sampling.Start();
    }

    /// <summary>Stops looking; bytes.</summary>
    public long End()
    {
        Dispose();
        return most - start;
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
            most = Math.Max(most, Environment.WorkingSet);
            Thread.Sleep(Step);
        }
    }
}
