using System.Diagnostics;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Jobs.Ledger;

namespace Vejja.App.Tests.Faults;

/// <summary>Kills its own process (-9) once, at a chosen stage: before the stage's transaction or right after its commit.</summary>
/// <param name="inner">The real work.</param>
/// <param name="stage">At which stage.</param>
/// <param name="isAfter">Whether the stage has committed by then.</param>
internal sealed class StageKill(IStageWork inner, Stage stage, bool isAfter) : IStageWork
{
    /// <summary>The environment variable that asks for it: <c>Read-before</c>, <c>Notify-after</c>.</summary>
    public const string Variable = "VEJJA_TEST_KILL";

    public async Task RunAsync(LeasedJob job, IProgress<StageProgress> progress, CancellationToken cancellation)
    {
        if (job.Stage == stage && !isAfter)
            await KillAsync();
        await inner.RunAsync(job, progress, cancellation);
        if (job.Stage == stage)
            await KillAsync();
    }

    private static async Task KillAsync()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        await Task.Delay(Timeout.InfiniteTimeSpan);
    }
}
