using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Webhooks;

/// <summary>Addresses that are told when documents end.</summary>
internal static class WebhookEndpoints
{
    private const int MostPerOwner = 20;

    /// <summary>Adds the endpoints.</summary>
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/webhooks").RequireAuthorization(Scopes.Admin).WithTags("Webhooks");
        webhooks.MapPost("", CreateAsync).WithName("CreateWebhook").WithSummary("Add an address; its secret is shown once");
        webhooks.MapGet("", ListAsync).WithName("ListWebhooks").WithSummary("List addresses and what became of their messages");
        webhooks.MapDelete("{id}", DeleteAsync).WithName("DeleteWebhook").WithSummary("Remove an address");
    }

    /// <summary>The place that an address's ciphertext is bound to.</summary>
    internal static string AddressPlace(string id) => $"webhook/{id}/address";

    /// <summary>The place that a secret's ciphertext is bound to.</summary>
    internal static string SecretPlace(string id) => $"webhook/{id}/secret";

    private static async Task<Created<NewWebhook>> CreateAsync(
        WebhookRequest request, Caller caller, IDbContextFactory<VejjaContext> contexts, ContentCipher cipher, ServiceOptions options, TimeProvider time, CancellationToken cancellation)
    {
        Check(request.Url, options);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Webhooks.CountAsync(row => row.OwnerId == caller.OwnerId, cancellation) >= MostPerOwner)
            throw new RequestRefusedException(StatusCodes.Status409Conflict, "too-many", $"At most {MostPerOwner} webhooks.");
        var id = Identifier.New(time);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        context.Webhooks.Add(new WebhookRow
        {
            Id = id,
            OwnerId = caller.OwnerId,
            Address = cipher.Seal(request.Url!, AddressPlace(id)),
            Secret = cipher.Seal(secret, SecretPlace(id)),
            CreatedAt = time.GetUtcNow(),
        });
        context.Audit.Add(caller.Did("webhook.create", id, time));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.Created("/webhooks/" + id, new NewWebhook(id, secret));
    }

    private static async Task<Ok<List<WebhookView>>> ListAsync(Caller caller, IDbContextFactory<VejjaContext> contexts, ContentCipher cipher, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Webhooks.AsNoTracking().Where(row => row.OwnerId == caller.OwnerId).OrderBy(row => row.Id).ToListAsync(cancellation);
        var counts = await context.Deliveries.Where(row => context.Webhooks.Any(webhook => webhook.Id == row.WebhookId && webhook.OwnerId == caller.OwnerId))
            .GroupBy(row => new { row.WebhookId, row.State }).Select(group => new { group.Key.WebhookId, group.Key.State, Count = group.Count() }).ToListAsync(cancellation);
        return TypedResults.Ok(rows.ConvertAll(row => new WebhookView(
            row.Id, cipher.OpenText(row.Address, AddressPlace(row.Id)), row.CreatedAt,
            counts.Where(count => count.WebhookId == row.Id).ToDictionary(count => count.State.ToString().ToLowerInvariant(), count => count.Count))));
    }

    private static async Task<NoContent> DeleteAsync(string id, Caller caller, IDbContextFactory<VejjaContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Webhooks.Where(row => row.Id == id && row.OwnerId == caller.OwnerId).ExecuteDeleteAsync(cancellation) == 0)
            throw new RequestRefusedException(StatusCodes.Status404NotFound, "not-found", "There is no such webhook.");
        context.Audit.Add(caller.Did("webhook.delete", id, time));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    /// <summary>What can be told at once; names are looked up and checked again at every connection.</summary>
    private static void Check(string? url, ServiceOptions options)
    {
        var isPlain = options.AllowPrivateWebhooks;
        if (url is not { Length: <= 2000 } || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0
            || !(uri.Scheme == Uri.UriSchemeHttps || (isPlain && uri.Scheme == Uri.UriSchemeHttp)))
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The address is an https address without a user name.");
        }

        if (!options.AllowPrivateWebhooks && (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var address) && !PublicAddress.IsPublic(address))))
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "private-address", "The address is not in the public internet.");
    }
}

/// <summary>A new address.</summary>
/// <param name="Url">An https address.</param>
internal sealed record WebhookRequest(string? Url);

/// <summary>A new webhook: the only time that its secret is shown.</summary>
internal sealed record NewWebhook(string Id, string Secret);

/// <summary>A webhook, and how many of its messages are waiting, delivered and failed.</summary>
internal sealed record WebhookView(string Id, string Url, DateTimeOffset CreatedAt, IReadOnlyDictionary<string, int> Deliveries);
