using Vejja.App.Web;
using Vejja.Storage.Retention;

namespace Vejja.App.Features.Work;

/// <summary>Deletes what is older than the operator keeps, and pictures that a crash left without a document. Once an hour.</summary>
internal sealed partial class RetentionSweep(DocumentRemoval removal, ServiceOptions options, TimeProvider time, ILogger<RetentionSweep> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var orphans = await removal.RemoveOrphansAsync(stoppingToken);
                var old = options.Retention is { } age ? await removal.RemoveOlderAsync(age, stoppingToken) : 0;
                if (old > 0)
                    await removal.CompactAsync(stoppingToken);
                LogSwept(old, orphans);
            }
#pragma warning disable CA1031 // The database may be away; the next hour tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(fault.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Retention: {Old} documents deleted by age, {Orphans} left-over folders removed")]
    private partial void LogSwept(int old, int orphans);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Retention could not run ({Type})")]
    private partial void LogFailed(string type);
}
