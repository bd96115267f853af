using Microsoft.EntityFrameworkCore;
using Vejja.Storage;
using Vejja.Storage.Encryption;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Accounts;

/// <summary>Signed-in browsers as rows, so that signing out, or removing a person, ends them everywhere at once.</summary>
internal sealed class SessionStore(IDbContextFactory<VejjaContext> contexts, KeyedHash hash, TimeProvider time)
{
    /// <summary>Unused for this long it ends.</summary>
    public static readonly TimeSpan IdleLife = TimeSpan.FromHours(1);

    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    /// <summary>Signs a browser in.</summary>
    /// <returns>The secret of its cookie.</returns>
    public async Task<string> BeginAsync(AccountRow account, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var secret = SessionSecret.New();
        var now = time.GetUtcNow();
        await context.Sessions.Where(row => row.EndsAt < now).ExecuteDeleteAsync(cancellation);
        context.Sessions.Add(new() { Id = HashOf(secret), AccountId = account.Id, SeenAt = now, EndsAt = now + Life });
        await context.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Who is signed in with the secret; null where nobody is, or no longer.</summary>
    public async Task<AccountRow?> FindAsync(string secret, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (id, now) = (HashOf(secret), time.GetUtcNow());
        var idle = now - IdleLife;
        var found = await (from session in context.Sessions.AsNoTracking()
                           where session.Id == id && session.EndsAt > now && session.SeenAt > idle
                           join account in context.Accounts on session.AccountId equals account.Id
                           select new { Session = session, Account = account }).SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        if (found.Session.SeenAt < now - TimeSpan.FromMinutes(1))
            await context.Sessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), cancellation);
        return found.Account;
    }

    /// <summary>Signs the browser out.</summary>
    public async Task EndAsync(string secret, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = HashOf(secret);
        await context.Sessions.Where(row => row.Id == id).ExecuteDeleteAsync(cancellation);
    }

    private string HashOf(string secret) => hash.Of("session", secret);
}
