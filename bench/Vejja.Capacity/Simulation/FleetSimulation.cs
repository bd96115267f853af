using Vejja.Bench;
using Vejja.Jobs.Retry;

namespace Vejja.Capacity.Simulation;

/// <summary>
/// A discrete-event simulation of many workers over one database and one broker, after the rules of the program: a job is claimed and committed in a
/// transaction each, a later stage before an earlier; a dead worker's job comes back when its lease has run out; a failed attempt waits as
/// <see cref="StagePolicy"/> says; only the latest lease may commit. The same seed gives the same day.
/// </summary>
internal sealed class FleetSimulation
{
    private const double SampleSeconds = 300;

    private readonly FleetPlan plan;
    private readonly Dice times;
    private readonly Dice faults;
    private readonly PriorityQueue<Event, (double At, long Number)> events = new();
    private readonly Queue<Job>[] ready;
    private readonly Stack<int> idle;
    private readonly Station database;
    private readonly List<float> sojourns = [];
    private readonly List<int> depths = [];
    private readonly IEnumerator<double> arrivals;
    private long scheduled;
    private double now;
    private double end;
    private double busySeconds;
    private double waitSeconds;
    private int depth;
    private int deepest;
    private int open;
    private (int Documents, int Poisoned, int Twice, int Crashes, int Faults, int Refused, int Begun) counts;

    private FleetSimulation(FleetPlan plan)
    {
        this.plan = plan;
        var dice = new Dice(plan.Seed);
        (times, faults) = (dice.Fork("times"), dice.Fork("faults"));
        arrivals = plan.Arrivals.Times(plan.DocumentsPerDay, plan.LengthSeconds, dice.Fork("arrivals")).GetEnumerator();
        ready = [.. plan.Stages.Select(_ => new Queue<Job>())];
        idle = new(Enumerable.Range(0, plan.Workers));
        database = new(plan.DatabaseCores);
    }

    private enum What
    {
        Upload,
        Ready,
        Claim,
        Worked,
        Committed,
        Crashed,
        LeaseRanOut,
        Free,
        Sample,
    }

    /// <summary>Runs to the last document's end.</summary>
    public static FleetOutcome Run(FleetPlan plan)
    {
        var simulation = new FleetSimulation(plan);
        simulation.Arrive();
        simulation.Schedule(SampleSeconds, new(What.Sample, null, 0, 0));
        while (simulation.events.TryDequeue(out var next, out var key))
        {
            simulation.now = key.At;
            simulation.Take(next);
        }

        return simulation.Outcome();
    }

    private void Take(Event next)
    {
        switch (next.What)
        {
            case What.Upload:
                counts.Documents++;
                open++;
                Schedule(Transact(), new(What.Ready, new Job { UploadedAt = now }, 0, 0));
                Arrive();
                break;
            case What.Ready:
                next.Job!.ReadyAt = now;
                ready[next.Job.Stage].Enqueue(next.Job);
                deepest = Math.Max(deepest, ++depth);
                Dispatch();
                break;
            case What.Claim:
                Claim(next.Job!, next.Worker);
                break;
            case What.Worked:
                End(next.Job!, next.Worker, next.Lease);
                break;
            case What.Committed:
                Commit(next.Job!, next.Worker);
                break;
            case What.Crashed:
                counts.Crashes++;
                Schedule(now + plan.RestartSeconds, new(What.Free, null, next.Worker, 0));
                Schedule(LeaseEnd(), new(What.LeaseRanOut, next.Job, 0, next.Lease));
                break;
            case What.LeaseRanOut:
                if (next.Job!.Lease == next.Lease)
                    TryAgain(next.Job, now);
                break;
            case What.Free:
                idle.Push(next.Worker);
                Dispatch();
                break;
            default:
                depths.Add(depth);
                if (now < plan.LengthSeconds || open > 0)
                    Schedule(now + SampleSeconds, next);
                break;
        }
    }

    private void Arrive()
    {
        if (arrivals.MoveNext())
            Schedule(arrivals.Current, new(What.Upload, null, 0, 0));
    }

    /// <summary>Idle workers take what waits, of the last stage first: what was begun is ended before more is begun.</summary>
    private void Dispatch()
    {
        for (var stage = ready.Length - 1; stage >= 0 && idle.Count > 0; stage--)
        {
            while (idle.Count > 0 && ready[stage].TryDequeue(out var job))
            {
                depth--;
                Schedule(now + plan.HandOverSeconds, new(What.Claim, job, idle.Pop(), 0));
            }
        }
    }

    private void Claim(Job job, int worker)
    {
        var begin = Transact();
        job.Lease++;
        job.Attempts++;
        if (job is { Stage: 0, Attempts: 1 })
        {
            waitSeconds += now - job.ReadyAt;
            counts.Begun++;
        }

        var work = plan.Stages[job.Stage].Work.Draw(times);
        var death = double.IsFinite(plan.CrashSeconds) ? -plan.CrashSeconds * Math.Log(1 - faults.Next()) : double.PositiveInfinity;
        busySeconds += Math.Min(work, death);
        if (death < work)
        {
            Schedule(begin + death, new(What.Crashed, job, worker, job.Lease));
            return;
        }

        // A worker that is cut off loses its lease, and finds that out when it would commit.
        var isCutOff = faults.Chance(plan.CutOffShare);
        if (isCutOff)
            Schedule(begin + plan.LeaseSeconds, new(What.LeaseRanOut, job, 0, job.Lease));
        Schedule(begin + work + (isCutOff ? plan.CutOffSeconds : 0), new(What.Worked, job, worker, job.Lease));
    }

    private void End(Job job, int worker, int lease)
    {
        var commit = Transact();
        if (job.Lease != lease)
        {
            counts.Refused++;
            Schedule(commit, new(What.Free, null, worker, 0));
        }
        else if (faults.Chance(plan.FaultShare))
        {
            counts.Faults++;
            Schedule(commit, new(What.Free, null, worker, 0));
            TryAgain(job, commit + StagePolicy.For(plan.Stages[job.Stage].Stage).Delay(job.Attempts, faults.Next()).TotalSeconds);
        }
        else
        {
            Schedule(commit, new(What.Committed, job, worker, lease));
        }
    }

    private void Commit(Job job, int worker)
    {
        job.Lease++;
        job.Attempts = 0;
        if (job.Stage < plan.Stages.Count - 1)
        {
            job.Stage++;
            Schedule(now, new(What.Ready, job, 0, 0));
        }
        else
        {
            counts.Twice += job.IsDone ? 1 : 0;
            job.IsDone = true;
            sojourns.Add((float)(now - job.UploadedAt));
            (end, open) = (now, open - 1);
        }

        idle.Push(worker);
        Dispatch();
    }

    private void TryAgain(Job job, double due)
    {
        // The old lease is void from here on.
        job.Lease++;
        if (job.Attempts < StagePolicy.For(plan.Stages[job.Stage].Stage).MaximumAttempts)
        {
            Schedule(due, new(What.Ready, job, 0, 0));
            return;
        }

        counts.Poisoned++;
        open--;
    }

    private double Transact() => database.Serve(now, plan.Transaction.Draw(times));

    /// <summary>The lease was renewed within its last sixth, and lost ones are looked for every sixth.</summary>
    private double LeaseEnd() => now + (plan.LeaseSeconds * (faults.Between(5.0 / 6, 1) + faults.Between(0, 1.0 / 6)));

    private void Schedule(double at, Event next) => events.Enqueue(next, (at, scheduled++));

    private FleetOutcome Outcome()
    {
        sojourns.Sort();
        return new()
        {
            Documents = counts.Documents,
            Done = sojourns.Count,
            Poisoned = counts.Poisoned,
            Twice = counts.Twice,
            Crashes = counts.Crashes,
            Faults = counts.Faults,
            Refused = counts.Refused,
            Sojourns = sojourns,
            MeanWaitSeconds = waitSeconds / Math.Max(1, counts.Begun),
            Utilisation = busySeconds / (plan.Workers * Math.Max(end, 1e-9)),
            DatabaseUtilisation = database.BusySeconds / (plan.DatabaseCores * Math.Max(end, 1e-9)),
            EndSeconds = end,
            DeepestQueue = deepest,
            QueueByTime = depths,
        };
    }

    private readonly record struct Event(What What, Job? Job, int Worker, int Lease);

    /// <summary>One document on its way through the stages.</summary>
    private sealed class Job
    {
        public required double UploadedAt { get; init; }

        public double ReadyAt { get; set; }

        public int Stage { get; set; }

        public int Attempts { get; set; }

        public int Lease { get; set; }

        public bool IsDone { get; set; }
    }
}
