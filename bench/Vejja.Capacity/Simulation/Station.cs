namespace Vejja.Capacity.Simulation;

/// <summary>A server with some cores that serves in the order of asking: the database.</summary>
internal sealed class Station(int cores)
{
    private readonly PriorityQueue<int, double> free = new(Enumerable.Range(0, cores).Select(core => (core, 0.0)));

    /// <summary>Core seconds so far.</summary>
    public double BusySeconds { get; private set; }

    /// <summary>Asks at <paramref name="now"/>, which never falls, for a service of some seconds; gives the instant of its end.</summary>
    public double Serve(double now, double seconds)
    {
        if (seconds <= 0)
            return now;
        free.TryDequeue(out var core, out var from);
        var end = Math.Max(now, from) + seconds;
        free.Enqueue(core, end);
        BusySeconds += seconds;
        return end;
    }
}
