using Microsoft.EntityFrameworkCore;

namespace Vejja.Storage.Retention;

/// <summary>What SQLite leaves behind after a delete: old pages in the write-ahead log, slack in the file.</summary>
internal static class SqliteTraces
{
    /// <summary>Moves the log into the file and cuts it to nothing; readers that are busy put it off to the next time.</summary>
    public static async Task TruncateLogAsync(VejjaContext context, CancellationToken cancellation)
    {
        if (context.Database.IsSqlite())
            await context.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancellation);
    }

    /// <summary>Rewrites the whole file, then cuts the log.</summary>
    public static async Task CompactAsync(VejjaContext context, CancellationToken cancellation)
    {
        if (!context.Database.IsSqlite())
            return;
        await TruncateLogAsync(context, cancellation);
        await context.Database.ExecuteSqlRawAsync("VACUUM;", cancellation);
        await TruncateLogAsync(context, cancellation);
    }
}
