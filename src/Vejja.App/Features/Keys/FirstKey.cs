using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Accounts;
using Vejja.Storage;
using Vejja.Storage.Entities;

namespace Vejja.App.Features.Keys;

/// <summary>
/// The one-time code that makes the first key and the first person, each once. It is printed at start while the installation lacks one of
/// them, lives in memory only, and ends with the process.
/// </summary>
internal sealed class FirstKey(IDbContextFactory<VejjaContext> contexts, KeyStore keys, AccountStore accounts) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private byte[]? code;

    /// <summary>Makes the code where the installation has no key or no person yet.</summary>
    /// <returns>The code, to be printed; null where it has both.</returns>
    public async Task<string?> PrepareAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.ApiKeys.AnyAsync(cancellation) && await accounts.AnyAsync(cancellation))
            return null;
        var text = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20);
        code = Encoding.ASCII.GetBytes(text);
        return text;
    }

    /// <summary>Trades the code for a key with every scope.</summary>
    /// <returns>The key; null where the code is wrong or there is a key.</returns>
    public Task<KeyText?> RedeemAsync(string? attempt, CancellationToken cancellation) => TradeAsync(attempt, async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ApiKeys.AnyAsync(cancellation) ? null
            : (await keys.CreateAsync(context, new("first administrator", Scopes.All), "default", cancellation)).Text;
    }, cancellation);

    /// <summary>Trades the code for the first person, an administrator.</summary>
    /// <returns>The person; null where the code is wrong or there is a person.</returns>
    public Task<AccountRow?> RedeemAccountAsync(string? attempt, string name, string password, CancellationToken cancellation) => TradeAsync(
        attempt, async () => await accounts.AnyAsync(cancellation) ? null : await accounts.CreateFirstAsync(name, password, cancellation), cancellation);

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task<T?> TradeAsync<T>(string? attempt, Func<Task<T?>> trade, CancellationToken cancellation)
        where T : class
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return code is not null && attempt is not null && CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(attempt)) ? await trade() : null;
        }
        finally
        {
            gate.Release();
        }
    }
}
