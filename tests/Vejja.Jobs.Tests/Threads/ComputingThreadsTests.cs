using Vejja.Jobs.Interop;
using Vejja.Jobs.Threads;

namespace Vejja.Jobs.Tests.Threads;

public sealed class ComputingThreadsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_Work_RunsBelowRequestsAndOutsideThePool()
    {
        using var threads = new ComputingThreads();
        var before = LibC.getpriority(LibC.PrioProcess, 0);
        var (niceness, isOfThePool) = await threads.RunAsync(() => (LibC.getpriority(LibC.PrioProcess, 0), Thread.CurrentThread.IsThreadPoolThread), Stop);
        Assert.Equal(Math.Min(before + ComputingThreads.Niceness, 19), niceness);
        Assert.False(isOfThePool);
        Assert.Equal(before, LibC.getpriority(LibC.PrioProcess, 0));
    }

    /// <summary>Threads that a native library starts take the nice value of the one that starts them; a managed thread shows it.</summary>
    [Fact]
    public async Task RunAsync_ThreadStartedByWork_InheritsTheNiceValue()
    {
        using var threads = new ComputingThreads();
        var inherited = await threads.RunAsync(() =>
        {
            var niceness = 0;
            var child = new Thread(() => niceness = LibC.getpriority(LibC.PrioProcess, 0));
            child.Start();
            child.Join();
            return niceness;
        }, Stop);
        Assert.True(inherited >= ComputingThreads.Niceness, $"{inherited}");
    }

    [Fact]
    public async Task RunAsync_ParallelLoopInside_StaysOnTheseThreads()
    {
        using var threads = new ComputingThreads();
        var isOfThePool = new bool[64];
        await threads.RunAsync(() => Parallel.For(0, isOfThePool.Length, new ParallelOptions { MaxDegreeOfParallelism = 4, TaskScheduler = null }, index =>
        {
            isOfThePool[index] = Thread.CurrentThread.IsThreadPoolThread;
            Thread.Sleep(2);
        }), Stop);
        Assert.DoesNotContain(true, isOfThePool);
    }

    /// <summary>Native code that is deaf to its end must not keep the next document waiting.</summary>
    [Fact]
    public async Task RunAsync_SomeNeverEnd_OthersRun()
    {
        using var threads = new ComputingThreads();
        using var end = new ManualResetEventSlim();
        var deaf = Enumerable.Range(0, 8).Select(_ => threads.RunAsync(() => { end.Wait(Stop); return 0; }, Stop)).ToList();
        for (var i = 0; i < 20; i++)
            Assert.Equal(i, await threads.RunAsync(() => i, Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop));
        end.Set();
        await Task.WhenAll(deaf);
    }

    [Fact]
    public async Task RunAsync_Throws_TheCallerGetsIt()
    {
        using var threads = new ComputingThreads();
        await Assert.ThrowsAsync<InvalidDataException>(() => threads.RunAsync<int>(() => throw new InvalidDataException("x"), Stop));
        Assert.Equal(1, await threads.RunAsync(() => 1, Stop));
    }
}
