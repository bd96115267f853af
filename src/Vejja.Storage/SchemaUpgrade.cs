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
        {
            await ReleaseLockAsync(context, cancellation);
            await context.Database.MigrateAsync(cancellation);
        }

        return missing;
    }

    /// <summary>On SQLite the lock of migrations is a row, which a killed process leaves behind; one of ten minutes is nobody's.</summary>
    private static async Task ReleaseLockAsync(VejjaContext context, CancellationToken cancellation)
    {
        if (!context.Database.IsSqlite())
            return;
        var tables = await context.Database.SqlQuery<string>($"SELECT name AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancellation);
        if (tables.Count > 0)
            await context.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < datetime('now', '-10 minutes')", cancellation);
    }
}
