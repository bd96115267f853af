namespace Vejja.Reading.Pages;

/// <summary>
/// Loops over the rows or parts of a page, on all cores, whose helpers run where the caller does: on a worker's threads, which give way to
/// requests, none is taken from the pool that requests wait for.
/// </summary>
public static class PageLoops
{
    // Null is the scheduler of the caller; the default is the pool.
    private static readonly ParallelOptions Options = new() { TaskScheduler = null, MaxDegreeOfParallelism = Environment.ProcessorCount };

    /// <summary>Runs the body for 0 up to <paramref name="count"/>, in any order.</summary>
    public static void For(int count, Action<int> body) => Parallel.For(0, count, Options, body);

    /// <summary>Runs all of them and waits.</summary>
    public static void Invoke(params Action[] actions) => Parallel.Invoke(Options, actions);
}
