using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Keys;

/// <summary>Keys as rows. A secret has 256 random bits, so a fast keyed hash protects it; there is nothing to guess.</summary>
internal sealed class KeyStore(IDbContextFactory<VejjaContext> contexts, KeyedHash hash, TimeProvider time)
{
    private static readonly TimeSpan UseStep = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> noted = [];

    /// <summary>A key that nobody has withdrawn and that has not ended; null otherwise.</summary>
    public async Task<ApiKeyRow?> FindAsync(KeyText key, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == key.Id, cancellation);
        var now = time.GetUtcNow();
        if (row is null || row.RevokedAt is not null || row.ExpiresAt <= now || !IsEqual(row.SecretHash, HashOf(key)))
            return null;
        if (!(row.LastUsedAt > now - UseStep) && IsFirstToNote(key.Id, now))
            await context.ApiKeys.Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), cancellation);
        return row;
    }

    /// <summary>Stores a new key; the text is shown once and cannot be had again.</summary>
    public async Task<(KeyText Text, ApiKeyRow Row)> CreateAsync(VejjaContext context, KeyRequest request, string ownerId, CancellationToken cancellation)
    {
        var text = KeyText.New();
        var now = time.GetUtcNow();
        var row = new ApiKeyRow
        {
            Id = text.Id,
            OwnerId = ownerId,
            Name = request.Name!,
            SecretHash = HashOf(text),
            Scopes = string.Join(' ', request.Scopes!.Distinct().Order(StringComparer.Ordinal)),
            RequestsPerMinute = request.RequestsPerMinute,
            DocumentsPerDay = request.DocumentsPerDay,
            CreatedAt = now,
            ExpiresAt = request.ExpiresInDays is { } days ? now + TimeSpan.FromDays(days) : null,
        };
        context.ApiKeys.Add(row);
        await context.SaveChangesAsync(cancellation);
        return (text, row);
    }

    /// <summary>Gives a key a new secret; the old one ends at once.</summary>
    public async Task<KeyText?> RotateAsync(string ownerId, string id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var text = KeyText.New() with { Id = id };
        var secret = HashOf(text);
        var count = await context.ApiKeys.Where(row => row.Id == id && row.OwnerId == ownerId && row.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SecretHash, secret), cancellation);
        return count == 1 ? text : null;
    }

    /// <summary>Of all requests that find the last use a minute old, one writes it: else they would all stand in the line of writers, once a minute.</summary>
    private bool IsFirstToNote(string id, DateTimeOffset now)
    {
        var last = noted.GetOrAdd(id, DateTimeOffset.MinValue);
        return last <= now - UseStep && noted.TryUpdate(id, now, last);
    }

    private static bool IsEqual(string one, string two) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(one), Encoding.ASCII.GetBytes(two));

    private string HashOf(KeyText key) => hash.Of("api-key", key.Id + key.Secret);
}

/// <summary>What a new key is to be.</summary>
/// <param name="Name">What a person calls it, 1 to 100 characters.</param>
/// <param name="Scopes">At least one of <c>read</c>, <c>write</c>, <c>review</c>, <c>admin</c>.</param>
/// <param name="Owner">Whose documents it sees; the caller's own where null. 1 to 64 letters, digits, dots, hyphens.</param>
/// <param name="ExpiresInDays">When it ends by itself; null for never.</param>
/// <param name="RequestsPerMinute">1 to 100,000.</param>
/// <param name="DocumentsPerDay">1 to 10,000,000.</param>
internal sealed record KeyRequest(
    string? Name, IReadOnlyList<string>? Scopes, string? Owner = null, int? ExpiresInDays = null, int RequestsPerMinute = 600, int DocumentsPerDay = 10_000);
