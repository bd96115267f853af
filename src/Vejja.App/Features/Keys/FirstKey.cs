using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage;

namespace Vejja.App.Features.Keys;

/// <summary>
/// The one-time code that makes the first key. It is printed at start while the installation has no key, lives in memory only, and ends with
/// its first use or the process.
/// </summary>
internal sealed class FirstKey(IDbContextFactory<VejjaContext> contexts, KeyStore keys) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private byte[]? code;

    /// <summary>Makes the code where the installation has no key yet.</summary>
    /// <returns>The code, to be printed; null where there are keys.</returns>
    public async Task<string?> PrepareAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.ApiKeys.AnyAsync(cancellation))
            return null;
        var text = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 20);
        code = Encoding.ASCII.GetBytes(text);
        return text;
    }

    /// <summary>Trades the code for a key with every scope.</summary>
    /// <returns>The key; null where the code is wrong or was used.</returns>
    public async Task<KeyText?> RedeemAsync(string? attempt, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (code is null || attempt is null || !CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(attempt)))
                return null;
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            if (await context.ApiKeys.AnyAsync(cancellation))
                return null;
            var (text, _) = await keys.CreateAsync(context, new("first administrator", Scopes.All), "default", cancellation);
            code = null;
            return text;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();
}
