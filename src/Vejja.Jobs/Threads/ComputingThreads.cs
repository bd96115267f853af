using Vejja.Jobs.Interop;

namespace Vejja.Jobs.Threads;

/// <summary>
/// Threads for work that computes for seconds: not the pool's, whose threads requests wait for, and below those in the eyes of the system's
/// scheduler. Threads that native libraries start from here inherit that. As many threads are made as tasks were ever waiting at one time.
/// </summary>
public sealed class ComputingThreads : TaskScheduler, IDisposable
{
    /// <summary>Added to the nice value of the process: half of a request's share of a core that both want. At 10, a machine with forty other jobs starved them for minutes.</summary>
    public const int Niceness = 3;

    private readonly Queue<Task> waiting = [];
    private int idle;
    private bool isDisposed;

    [ThreadStatic]
    private static bool isOurs;

    /// <summary>Runs work on one of these threads; what it starts in parallel runs on others of them.</summary>
    public Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.None, this);

    /// <summary>Lets idle threads end; what runs ends by itself.</summary>
    public void Dispose()
    {
        lock (waiting)
        {
            isDisposed = true;
            Monitor.PulseAll(waiting);
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (waiting)
        {
            waiting.Enqueue(task);
            if (waiting.Count <= idle)
            {
                Monitor.Pulse(waiting);
                return;
            }
        }

        new Thread(Work) { IsBackground = true, Name = "vejja computing" }.Start();
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => isOurs && TryExecuteTask(task);

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (waiting)
            return [.. waiting];
    }

    private void Work()
    {
        isOurs = true;

        // Where the system does not allow it, work goes on at the ordinary level.
        _ = LibC.setpriority(LibC.PrioProcess, 0, Math.Min(LibC.getpriority(LibC.PrioProcess, 0) + Niceness, 19));
        while (Take() is { } task)
            TryExecuteTask(task);
    }

    private Task? Take()
    {
        lock (waiting)
        {
            Task? task;
            while (!waiting.TryDequeue(out task) && !isDisposed)
            {
                idle++;
                Monitor.Wait(waiting);
                idle--;
            }

            return task;
        }
    }
}
