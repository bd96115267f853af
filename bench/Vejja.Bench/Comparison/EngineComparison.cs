using System.Text.Json;
using Vejja.Bench.Scoring;

namespace Vejja.Bench.Comparison;

/// <summary>One engine's readings of a folder, scored, and what they cost.</summary>
internal sealed record EngineResult(string Engine, Summary Summary, RunCost Cost)
{
    /// <summary>The same engine on the sheets that another one read; the cost a sheet stays that of the whole run.</summary>
    public EngineResult On(IReadOnlyList<SheetScore> sheets) =>
        this with { Summary = new([.. Summary.Sheets.Where(sheet => sheets.Any(other => other.File == sheet.File))]) };
}

/// <summary>Reads one folder with several engines.</summary>
internal static class EngineComparison
{
    /// <summary>The engines: ours, and those that it is compared with.</summary>
    public static IReadOnlyList<string> Engines { get; } = ["auto", "vejja", "tesseract", "paddle", WholePageRun.Name];

    /// <summary>Reads and scores; readings that are already there are kept.</summary>
    /// <param name="program">The <c>vejja</c> executable.</param>
    /// <param name="folder">Folder with pictures and their truth.</param>
    /// <param name="runs">Folder for readings and costs.</param>
    /// <param name="engine">One of <see cref="Engines"/>.</param>
    /// <param name="cancellation">Ends the run.</param>
    public static async Task<EngineResult> RunAsync(string program, string folder, string runs, string engine, CancellationToken cancellation)
    {
        Directory.CreateDirectory(runs);
        string readings = Path.Combine(runs, engine + ".jsonl"), costs = Path.Combine(runs, engine + ".cost.json");
        if (!File.Exists(costs))
        {
            var cost = engine == WholePageRun.Name
                ? await WholePageRun.RunAsync(folder, readings, cancellation) : await EngineRun.RunAsync(program, EngineRun.WithTruth(folder), engine, readings, cancellation);
            await File.WriteAllTextAsync(costs, JsonSerializer.Serialize(cost), cancellation);
        }

        return new(engine, new Summary(ReadingSet.Load(folder, readings).Scores), JsonSerializer.Deserialize<RunCost>(await File.ReadAllTextAsync(costs, cancellation))!);
    }
}
