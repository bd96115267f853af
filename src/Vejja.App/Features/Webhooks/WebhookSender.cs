using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Jobs.Retry;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Webhooks;

/// <summary>Sends waiting messages, at least once, with growing waits between attempts.</summary>
internal sealed partial class WebhookSender(
    IDbContextFactory<VejjaContext> contexts, ContentCipher cipher, ServiceOptions options, TimeProvider time, ILogger<WebhookSender> log) : BackgroundService
{
    private static readonly StagePolicy Policy = new(TimeSpan.FromSeconds(10), 10, TimeSpan.FromSeconds(5), TimeSpan.FromHours(6));
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private readonly HttpClient client = PinnedConnection.CreateClient(options);

    /// <inheritdoc/>
    public override void Dispose()
    {
        client.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendNextAsync(stoppingToken))
                {
                    // Until none is due.
                }
            }
#pragma warning disable CA1031 // The database may be away; the next tick tries again.
            catch (Exception fault) when (fault is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(fault.GetType().Name);
            }
        }
    }

    private async Task<bool> SendNextAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var row = await context.Deliveries.AsNoTracking().Where(row => row.State == DeliveryState.Waiting && row.DueAt <= now).OrderBy(row => row.DueAt).FirstOrDefaultAsync(cancellation);
        if (row is null)
            return false;

        // Held for a minute: another process leaves it alone, and takes it should this one die.
        var held = now + Hold;
        if (await context.Deliveries.Where(one => one.Id == row.Id && one.DueAt == row.DueAt && one.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, held).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 0)
        {
            return true;
        }

        var webhook = await context.Webhooks.AsNoTracking().SingleAsync(one => one.Id == row.WebhookId, cancellation);
        var status = await SendAsync(webhook, row, cancellation);
        var attempt = row.Attempts + 1;
        var state = status is >= 200 and < 300 ? DeliveryState.Delivered : attempt >= Policy.MaximumAttempts ? DeliveryState.Failed : DeliveryState.Waiting;
        var due = time.GetUtcNow() + Policy.Delay(attempt, RandomNumberGenerator.GetInt32(1 << 20) / (double)(1 << 20));
        await context.Deliveries.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, state).SetProperty(one => one.DueAt, due).SetProperty(one => one.LastStatus, status), cancellation);
        LogSent(row.DocumentId, row.WebhookId, attempt, status ?? 0);
        return true;
    }

    private async Task<int?> SendAsync(WebhookRow webhook, DeliveryRow row, CancellationToken cancellation)
    {
        var body = new WebhookMessage(row.Id, row.Event, row.DocumentId, row.CreatedAt).ToJson();
        using var request = new HttpRequestMessage(HttpMethod.Post, cipher.OpenText(webhook.Address, WebhookEndpoints.AddressPlace(webhook.Id)));
        request.Headers.Add(WebhookMessage.SignatureHeader, WebhookMessage.Sign(body, cipher.OpenText(webhook.Secret, WebhookEndpoints.SecretPlace(webhook.Id)), time.GetUtcNow()));
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (int)response.StatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Document {DocumentId}: webhook {WebhookId} attempt {Attempt} answered {Status}")]
    private partial void LogSent(string documentId, string webhookId, int attempt, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhooks could not be sent ({Type})")]
    private partial void LogFailed(string type);
}
