using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Vejja.Storage.Model;

namespace Vejja.Storage;

/// <summary>Which database, and how it is opened.</summary>
public static class Database
{
    /// <summary>Points the context at a database.</summary>
    /// <param name="builder">Receives the provider.</param>
    /// <param name="connection">A PostgreSQL connection string (<c>Host=…</c>), or the path of a SQLite file.</param>
    public static void Configure(DbContextOptionsBuilder builder, string connection)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connection);
        if (IsPostgres(connection))
        {
            builder.UseNpgsql(connection);
        }
        else
        {
            // Every connection waits for a lock rather than failing; the limit is in seconds.
            var source = new SqliteConnectionStringBuilder { DataSource = connection, DefaultTimeout = 30, ForeignKeys = true };
            builder.UseSqlite(source.ToString()).AddInterceptors(new SqlitePragmas(), SqliteWriters.Of(connection));
        }

        // Migrations are written by hand, without a snapshot: a test compares the schemas instead.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }

    /// <summary>Whether the string names a PostgreSQL server.</summary>
    public static bool IsPostgres(string connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Contains("Host=", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the failure will likely pass: the server restarts, a lock is held, the disk is full.</summary>
    public static bool IsTransient(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 or 10 or 13 or 14 } => true,

        // The server ends sessions while it shuts down; its own list of passing faults leaves that out.
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        DbException { IsTransient: true } => true,
        DbException and { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException } => true,
        DbUpdateException { InnerException: { } inner } => IsTransient(inner),
        InvalidOperationException { InnerException: { } inner } => IsTransient(inner),
        _ => false,
    };
}
