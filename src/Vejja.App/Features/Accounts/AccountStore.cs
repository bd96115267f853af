using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Accounts;

/// <summary>People: invited by an administrator with a one-time code, with which they choose their password.</summary>
internal sealed class AccountStore(IDbContextFactory<VejjaContext> contexts, KeyedHash hash, TimeProvider time)
{
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int FreeFailures = 4;
    private static readonly TimeSpan InvitationLife = TimeSpan.FromDays(3);
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(15);

    /// <summary>The form in which names are kept and compared; null where it is none.</summary>
    public static string? NameOf(string? text)
    {
        var name = (text ?? "").Trim().ToLowerInvariant();
        return name.Length is >= 2 and <= 64 && name.All(letter => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || letter is '.' or '-' or '_' or '@')
            ? name
            : null;
    }

    /// <summary>Whether there is anyone.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AnyAsync(row => row.PasswordHash != null, cancellation);
    }

    /// <summary>The people of an owner, by name.</summary>
    public async Task<IReadOnlyList<AccountRow>> ListAsync(string ownerId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.AsNoTracking().Where(row => row.OwnerId == ownerId).OrderBy(row => row.Name).ToListAsync(cancellation);
    }

    /// <summary>Makes the first person, an administrator of the first owner.</summary>
    public async Task<AccountRow> CreateFirstAsync(string name, string password, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = NewRow("default", name, Keys.Scopes.All);
        row.PasswordHash = PasswordHash.Of(password);
        context.Accounts.Add(row);
        await context.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Invites a person, or an invited or forgetful one again: the old password and all sessions end.</summary>
    /// <returns>The one-time code; null where the name is another owner's.</returns>
    public async Task<string?> InviteAsync(string ownerId, string name, IReadOnlyCollection<string> scopes, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var row = await context.Accounts.AsTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation);
        if (row is not null && row.OwnerId != ownerId)
            return null;
        if (row is null)
            context.Accounts.Add(row = NewRow(ownerId, name, scopes));
        var code = RandomNumberGenerator.GetString(CodeLetters, 20);
        (row.InvitationHash, row.InvitationEndsAt, row.PasswordHash) = (hash.Of("invitation", code), time.GetUtcNow() + InvitationLife, null);
        row.Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal));
        await context.SaveChangesAsync(cancellation);
        await context.Sessions.Where(session => session.AccountId == row.Id).ExecuteDeleteAsync(cancellation);
        return code;
    }

    /// <summary>Whose invitation a code is; null where it is nobody's or has ended.</summary>
    public async Task<string?> InvitedAsync(string code, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (codeHash, now) = (hash.Of("invitation", code), time.GetUtcNow());
        return await context.Accounts.Where(row => row.InvitationHash == codeHash && row.InvitationEndsAt > now).Select(row => row.Name).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Trades a code for a password, once.</summary>
    public async Task<AccountRow?> AcceptAsync(string code, string password, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (codeHash, now, passwordHash) = (hash.Of("invitation", code), time.GetUtcNow(), PasswordHash.Of(password));
        var row = await context.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.InvitationHash == codeHash && row.InvitationEndsAt > now, cancellation);
        return row is not null && await context.Accounts.Where(one => one.Id == row.Id && one.InvitationHash == codeHash).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.PasswordHash, passwordHash).SetProperty(one => one.InvitationHash, (string?)null).SetProperty(one => one.InvitationEndsAt, (DateTimeOffset?)null)
                .SetProperty(one => one.Failures, 0).SetProperty(one => one.LockedUntil, (DateTimeOffset?)null), cancellation) == 1
            ? row
            : null;
    }

    /// <summary>The person of name and password. After some wrong ones each further one locks the account for a while, longer each time.</summary>
    public async Task<AccountRow?> FindAsync(string? name, string? password, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var wanted = NameOf(name);
        var row = wanted is null ? null : await context.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Name == wanted, cancellation);
        var now = time.GetUtcNow();
        var isRight = PasswordHash.IsRight(password is { Length: <= 1000 } ? password : "", row?.PasswordHash);
        if (row is null || row.LockedUntil > now)
            return null;
        if (isRight)
        {
            await context.Accounts.Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Failures, 0).SetProperty(one => one.SignedInAt, now), cancellation);
            return row;
        }

        var minutes = Math.Min(LongestLock.TotalMinutes, Math.Pow(2, Math.Min(10, row.Failures - FreeFailures)));
        var until = row.Failures < FreeFailures ? (DateTimeOffset?)null : now + TimeSpan.FromMinutes(minutes);
        await context.Accounts.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Failures, one => one.Failures + 1).SetProperty(one => one.LockedUntil, until), cancellation);
        return null;
    }

    /// <summary>Removes a person; what they did stays in the audit.</summary>
    public async Task<bool> RemoveAsync(string ownerId, string id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Accounts.Where(row => row.Id == id && row.OwnerId == ownerId).ExecuteDeleteAsync(cancellation) == 1;
    }

    private AccountRow NewRow(string ownerId, string name, IReadOnlyCollection<string> scopes) => new()
    {
        Id = Identifier.New(time),
        OwnerId = ownerId,
        Name = name,
        Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal)),
        CreatedAt = time.GetUtcNow(),
    };
}
