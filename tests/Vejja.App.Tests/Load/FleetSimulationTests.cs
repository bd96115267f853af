using Vejja.Capacity.Simulation;
using Vejja.Domain.Documents;

namespace Vejja.App.Tests.Load;

/// <summary>The simulation against queueing theory, where theory has an answer.</summary>
public sealed class FleetSimulationTests
{
    /// <summary>Erlang's C formula: the mean wait with c servers, Poisson arrivals and exponential service.</summary>
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 0.8)]
    [InlineData(4, 0.85)]
    [InlineData(100, 0.9)]
    public void Run_PoissonAndExponential_WaitsAsErlangSays(int workers, double load)
    {
        var theory = ErlangC(workers, load) / (workers * (1 - load));
        var outcome = FleetSimulation.Run(Plan(workers, load, spread: 1));
        Assert.True(outcome.Documents > 500_000);
        Assert.InRange(outcome.MeanWaitSeconds / theory, 0.94, 1.06);
        Assert.InRange(outcome.Utilisation / load, 0.99, 1.01);
    }

    /// <summary>Pollaczek and Khinchine: the mean wait with one server and any service.</summary>
    [Theory]
    [InlineData(0, 0.8)]
    [InlineData(0.5, 0.7)]
    [InlineData(1.5, 0.6)]
    public void Run_OneWorkerAnyService_WaitsAsPollaczekAndKhinchineSay(double spread, double load)
    {
        var theory = load * (1 + (spread * spread)) / (2 * (1 - load));
        Assert.InRange(FleetSimulation.Run(Plan(1, load, spread)).MeanWaitSeconds / theory, 0.94, 1.06);
    }

    /// <summary>The database as the bottleneck: two transactions a job and one an upload.</summary>
    [Fact]
    public void Run_DatabaseIsTheNarrowPlace_ThroughputIsItsOwn()
    {
        var outcome = FleetSimulation.Run(Plan(400, 0.1, spread: 0) with
        {
            Arrivals = ArrivalPattern.Even,
            DocumentsPerDay = 20_000 * 86_400.0,
            LengthSeconds = 1,
            Transaction = new(0.005, 0),
            DatabaseCores = 2,
        });
        Assert.InRange(outcome.Done / outcome.EndSeconds, 0.95 * 2 / (3 * 0.005), 2 / (3 * 0.005));
        Assert.True(outcome.DatabaseUtilisation > 0.98);
    }

    [Fact]
    public void Run_CrashesFaultsAndCutOffWorkers_EveryDocumentEndsOnce()
    {
        var plan = new FleetPlan
        {
            Workers = 20,
            DocumentsPerDay = 100_000,
            Arrivals = ArrivalPattern.Clinic,
            Stages = [new(Stage.Read, new(6, 0.5)), new(Stage.Schedule, new(0.01, 1)), new(Stage.Notify, new(0.01, 1))],
            Transaction = new(0.002, 1),
            HandOverSeconds = 0.01,
            CrashSeconds = 1800,
            FaultShare = 0.01,
            CutOffShare = 0.002,
            Seed = 7,
        };
        var outcome = FleetSimulation.Run(plan);
        Assert.Equal(outcome.Documents, outcome.Done + outcome.Poisoned);
        Assert.Equal(0, outcome.Twice);
        Assert.True(outcome is { Crashes: > 100, Faults: > 1000, Refused: > 300 }, $"{outcome.Crashes} {outcome.Faults} {outcome.Refused}");
        Assert.True(outcome.Poisoned < outcome.Documents / 10_000);
        var again = FleetSimulation.Run(plan);
        Assert.Equal((outcome.EndSeconds, outcome.DeepestQueue, outcome.Sojourn(0.99)), (again.EndSeconds, again.DeepestQueue, again.Sojourn(0.99)));
    }

    [Fact]
    public void Times_ClinicDay_PeaksInTheMorning()
    {
        var hours = new int[24];
        foreach (var time in ArrivalPattern.Clinic.Times(200_000, 86_400, new Bench.Dice(3)))
            hours[(int)(time / 3600)]++;
        Assert.InRange(hours.Sum(), 198_000, 202_000);
        Assert.All(Enumerable.Range(0, 24), hour => Assert.InRange(hours[hour] / (200_000 * ArrivalPattern.Clinic.ByHour[hour]), 0.85, 1.15));
        Assert.InRange(ArrivalPattern.Clinic.Peak, 2.5, 3.2);
    }

    /// <summary>Service of one second on average; as many documents as make the mean steady.</summary>
    private static FleetPlan Plan(int workers, double load, double spread) => new()
    {
        Workers = workers,
        Stages = [new(Stage.Read, new(1, spread))],
        DocumentsPerDay = workers * load * 86_400,
        LengthSeconds = 600_000 / (workers * load),
        Seed = 11,
    };

    /// <summary>The probability that an arrival waits.</summary>
    private static double ErlangC(int servers, double load)
    {
        var offered = servers * load;
        var blocking = 1.0;
        for (var server = 1; server <= servers; server++)
            blocking = offered * blocking / (server + (offered * blocking));
        return blocking / (1 - (load * (1 - blocking)));
    }
}
