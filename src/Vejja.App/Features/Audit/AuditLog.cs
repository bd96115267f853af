using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Audit;

/// <summary>
/// Writes who read what. A caller waits until its entry is committed; entries of many callers share a commit, so that reading stays fast.
/// </summary>
internal sealed class AuditLog(IDbContextFactory<VejjaContext> contexts) : BackgroundService
{
    private readonly Channel<(AuditRow Row, TaskCompletionSource Written)> entries =
        Channel.CreateBounded<(AuditRow, TaskCompletionSource)>(new BoundedChannelOptions(1000) { SingleReader = true });

    /// <summary>Returns when the entry is on the disk.</summary>
    public async Task WriteAsync(AuditRow row, CancellationToken cancellation)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await entries.Writer.WriteAsync((row, written), cancellation);
        await written.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<(AuditRow Row, TaskCompletionSource Written)>();
        while (await entries.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < 200 && entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            try
            {
                await using var context = await contexts.CreateDbContextAsync(stoppingToken);
                context.Audit.AddRange(batch.Select(entry => entry.Row));
                await context.SaveChangesAsync(stoppingToken);
                batch.ForEach(entry => entry.Written.SetResult());
            }
#pragma warning disable CA1031 // The callers get the exception; the loop must go on.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                batch.ForEach(entry => entry.Written.SetException(fault));
            }
        }
    }
}
