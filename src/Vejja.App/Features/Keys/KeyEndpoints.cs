using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Keys;

/// <summary>Makes, lists, rotates and withdraws keys; trades the one-time code for the first one.</summary>
internal static class KeyEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/setup", SetUpAsync).WithName("SetUp").WithSummary("Trade the one-time code printed at start for the first key").AllowAnonymous();
        var keys = routes.MapGroup("/admin/keys").RequireAuthorization(Scopes.Admin).WithTags("Keys");
        keys.MapGet("", ListAsync).WithName("ListKeys").WithSummary("List keys, without secrets");
        keys.MapPost("", CreateAsync).WithName("CreateKey").WithSummary("Make a key; its text is shown once");
        keys.MapPost("{id}/rotate", RotateAsync).WithName("RotateKey").WithSummary("Give a key a new secret; the old one ends at once");
        keys.MapDelete("{id}", RevokeAsync).WithName("RevokeKey").WithSummary("Withdraw a key");
    }

    private static async Task<Results<Ok<NewKey>, ProblemHttpResult>> SetUpAsync(SetUpRequest request, FirstKey first, CancellationToken cancellation) =>
        await first.RedeemAsync(request.Code, cancellation) is { } key
            ? TypedResults.Ok(new NewKey(key.Id, key.ToString()))
            : TypedResults.Problem("The code is wrong or was used.", statusCode: StatusCodes.Status403Forbidden);

    private static async Task<Ok<List<KeyView>>> ListAsync(Caller caller, IDbContextFactory<VejjaContext> contexts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.ApiKeys.AsNoTracking().Where(row => row.OwnerId == caller.OwnerId || caller.OwnerId == "default").OrderBy(row => row.CreatedAt).ToListAsync(cancellation);
        return TypedResults.Ok(rows.ConvertAll(KeyView.Of));
    }

    private static async Task<Created<NewKey>> CreateAsync(
        KeyRequest request, Caller caller, KeyStore keys, IDbContextFactory<VejjaContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        Check(request, caller);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var (text, row) = await keys.CreateAsync(context, request, request.Owner ?? caller.OwnerId, cancellation);
        context.Audit.Add(caller.Did("key.create", row.Id, time));
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return TypedResults.Created("/admin/keys/" + row.Id, new NewKey(row.Id, text.ToString()));
    }

    private static async Task<Results<Ok<NewKey>, NotFound>> RotateAsync(
        string id, Caller caller, KeyStore keys, Audit.AuditLog audit, TimeProvider time, CancellationToken cancellation)
    {
        if (await keys.RotateAsync(caller.OwnerId, id, cancellation) is not { } key)
            return TypedResults.NotFound();
        await audit.WriteAsync(caller.Did("key.rotate", id, time), cancellation);
        return TypedResults.Ok(new NewKey(id, key.ToString()));
    }

    private static async Task<Results<NoContent, NotFound>> RevokeAsync(
        string id, Caller caller, IDbContextFactory<VejjaContext> contexts, TimeProvider time, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        var count = await context.ApiKeys.Where(row => row.Id == id && (row.OwnerId == caller.OwnerId || caller.OwnerId == "default") && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellation);
        if (count == 0)
            return TypedResults.NotFound();
        context.Audit.Add(caller.Did("key.revoke", id, time));
        await context.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }

    private static void Check(KeyRequest request, Caller caller)
    {
        var fault = request switch
        {
            { Name: not { Length: > 0 and <= 100 } } => "A key has a name of 1 to 100 characters.",
            { Scopes: not { Count: > 0 } } => "A key has at least one scope.",
            _ when request.Scopes.Any(scope => !Scopes.All.Contains(scope)) => "The scopes are read, write, review and admin.",
            { Owner: { } owner } when owner.Length is 0 or > 64 || !owner.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.') => "An owner has 1 to 64 letters, digits, dots or hyphens.",
            { Owner: { } owner } when owner != caller.OwnerId && caller.OwnerId != "default" => "Only the first owner makes keys for others.",
            { ExpiresInDays: < 1 or > 3650 } => "A key ends after 1 to 3650 days.",
            { RequestsPerMinute: < 1 or > 100_000 } => "A key has 1 to 100000 requests a minute.",
            { DocumentsPerDay: < 1 or > 10_000_000 } => "A key has 1 to 10000000 documents a day.",
            _ => null,
        };
        if (fault is not null)
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", fault);
    }
}

/// <summary>The one-time code.</summary>
/// <param name="Code">As printed at start.</param>
internal sealed record SetUpRequest(string? Code);

/// <summary>A new key: the only time that its text is shown.</summary>
/// <param name="Id">The part that may be logged.</param>
/// <param name="Key">The whole text.</param>
internal sealed record NewKey(string Id, string Key);

/// <summary>A key without its secret.</summary>
internal sealed record KeyView(
    string Id, string Name, string Owner, string[] Scopes, int RequestsPerMinute, int DocumentsPerDay,
    DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>The row, shown.</summary>
    public static KeyView Of(ApiKeyRow row) => new(
        row.Id, row.Name, row.OwnerId, row.Scopes.Split(' '), row.RequestsPerMinute, row.DocumentsPerDay, row.CreatedAt, row.ExpiresAt, row.RevokedAt, row.LastUsedAt);
}
