using Microsoft.EntityFrameworkCore;

namespace Vejja.Storage;

/// <summary>Brings a database to this version, from an empty file or any earlier version.</summary>
public static class SchemaUpgrade
{
    /// <summary>Applies what is missing; nothing happens where nothing is.</summary>
    /// <returns>Names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(IDbContextFactory<VejjaContext> contexts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (context.Database.IsSqlite() && Path.GetDirectoryName(Path.GetFullPath(context.Database.GetDbConnection().DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        var missing = (await context.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (missing.Count > 0)
            await context.Database.MigrateAsync(cancellation);
        return missing;
    }
}
