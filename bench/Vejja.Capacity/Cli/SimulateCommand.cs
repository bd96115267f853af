using System.CommandLine;
using System.Globalization;
using System.Text;
using Vejja.Capacity.Reporting;
using Vejja.Capacity.Simulation;
using Vejja.Domain.Documents;

namespace Vejja.Capacity.Cli;

/// <summary>A day of many documents over many workers, and how throughput grows with workers.</summary>
internal static class SimulateCommand
{
    /// <summary>Documents for each worker when its greatest throughput is sought.</summary>
    private const int FullQueue = 300;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var documents = new Option<double>("--documents-per-day") { DefaultValueFactory = _ => 1_000_000 };
        var workers = new Option<int[]>("--workers") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [80, 100, 120, 150, 200] };
        var read = new Option<double>("--read-seconds") { Description = "Mean time of a worker on one core to read a document.", Required = true };
        var spread = new Option<double>("--read-spread") { Description = "Standard deviation of that over its mean.", DefaultValueFactory = _ => 0.5 };
        var small = new Option<double>("--small-seconds") { Description = "Mean time of the stages schedule and notify, without their transactions.", DefaultValueFactory = _ => 0.001 };
        var transaction = new Option<double>("--transaction-seconds") { Description = "Mean core time of the database for a transaction.", Required = true };
        var cores = new Option<int>("--database-cores") { DefaultValueFactory = _ => 4 };
        var handOver = new Option<double>("--hand-over-seconds") { Description = "From a job's commit to its claim by an idle worker.", Required = true };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var svg = new Option<FileInfo?>("--svg") { Description = "Writes the curves." };
        var command = new Command("simulate", "Simulate a day of many workers: discrete events, a clinic's day with its peaks, crashes, failures, cut-off workers; as Markdown.")
        {
            documents, workers, read, spread, small, transaction, cores, handOver, seed, svg,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var plan = new FleetPlan
            {
                Workers = 1,
                DocumentsPerDay = parsed.GetValue(documents),
                Arrivals = ArrivalPattern.Clinic,
                Stages =
                [
                    new(Stage.Read, new(parsed.GetValue(read), parsed.GetValue(spread))),
                    new(Stage.Schedule, new(parsed.GetValue(small), 1)),
                    new(Stage.Notify, new(parsed.GetValue(small), 1)),
                ],
                Transaction = new(parsed.GetValue(transaction), 1),
                DatabaseCores = parsed.GetValue(cores),
                HandOverSeconds = parsed.GetValue(handOver),
                CrashSeconds = 86_400,
                FaultShare = 0.001,
                CutOffShare = 0.0001,
                Seed = parsed.GetValue(seed),
            };
            var days = parsed.GetValue(workers)!.Select(count => (Count: count, Outcome: FleetSimulation.Run(plan with { Workers = count }))).ToList();
            output.Write(Days(days));
            var curve = new[] { 1, 2, 4, 8, 16, 32, 64, 100, 200, 400, 800, 1600, 3200 }.Select(count => (Count: count, Outcome: FleetSimulation.Run(Full(plan, count)))).ToList();
            output.Write(Curve(curve, plan.Stages[0].Work.MeanSeconds));
            if (parsed.GetValue(svg) is { } file)
                File.WriteAllText(file.FullName, Plot(days, curve), new UTF8Encoding(false));
        });
        return command;
    }

    /// <summary>Everything is there at once, and nothing fails: the greatest throughput.</summary>
    private static FleetPlan Full(FleetPlan plan, int workers) => plan with
    {
        Workers = workers,
        Arrivals = ArrivalPattern.Even,
        DocumentsPerDay = FullQueue * workers * 86_400.0,
        LengthSeconds = 1,
        CrashSeconds = double.PositiveInfinity,
        FaultShare = 0,
        CutOffShare = 0,
    };

    private static string Days(List<(int Count, FleetOutcome Outcome)> days)
    {
        var text = new StringBuilder("| workers | documents | done, given up, twice | crashes, failures, refused commits | workers busy | database busy | from upload to end: median | 95 of 100 | 99 of 100 | deepest queue | last done after |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        foreach (var (count, day) in days)
            text.Append(F($"| {count} | {day.Documents:#,0} | {day.Done:#,0}, {day.Poisoned}, {day.Twice} | {day.Crashes}, {day.Faults}, {day.Refused} | {day.Utilisation:0 %} | {day.DatabaseUtilisation:0 %} | {Time(day.Sojourn(0.5))} | {Time(day.Sojourn(0.95))} | {Time(day.Sojourn(0.99))} | {day.DeepestQueue:#,0} | {day.EndSeconds / 3600:0.0} h |\n"));
        return text.Append('\n').ToString();
    }

    private static string Curve(List<(int Count, FleetOutcome Outcome)> curve, double readSeconds)
    {
        var text = new StringBuilder("| workers | documents a second | of the ideal | database busy |\n|---|---|---|---|\n");
        foreach (var (count, outcome) in curve)
            text.Append(F($"| {count} | {Rate(outcome):0.0} | {Rate(outcome) * readSeconds / count:0 %} | {outcome.DatabaseUtilisation:0 %} |\n"));
        return text.ToString();
    }

    private static string Plot(List<(int Count, FleetOutcome Outcome)> days, List<(int Count, FleetOutcome Outcome)> curve) => CurvePlot.Draw(
    [
        new("Throughput", "workers", "documents a second", true,
        [
            new("simulated", [.. curve.Select(point => ((double)point.Count, Rate(point.Outcome)))]),
            new("as many times as one worker", [.. curve.Select(point => ((double)point.Count, point.Count * Rate(curve[0].Outcome)))], IsDashed: true),
        ]),
        new("Jobs that wait over a day", "hour", "jobs", false,
            [.. days.Take(5).Select(day => new Curve(F($"{day.Count} workers"), [.. day.Outcome.QueueByTime.Select((depth, index) => ((index + 1) / 12.0, (double)depth))]))]),
    ]);

    private static double Rate(FleetOutcome outcome) => outcome.Done / outcome.EndSeconds;

    private static string Time(double seconds) => seconds < 90 ? F($"{seconds:0.0} s") : seconds < 5400 ? F($"{seconds / 60:0} min") : F($"{seconds / 3600:0.0} h");

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
