using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Vejja.Storage.Model;

/// <summary>
/// Sets every SQLite connection up: write-ahead log, each commit on the disk before it is answered, freed pages overwritten with zeros. A connection
/// of the pool keeps that, so it is done once for each.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>SQLite looks for a lock that another process holds every few milliseconds; Microsoft.Data.Sqlite, after that, every 150.</summary>
    private const string Statement = "PRAGMA busy_timeout=2000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;";

    private static readonly ConditionalWeakTable<sqlite3, object> Ready = [];
    private static readonly object Mark = new();

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsReady(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
        Keep(connection);
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsReady(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Keep(connection);
    }

    /// <summary>Entity Framework looks whether a file is there by opening it for reading only; nothing can be set then.</summary>
    private static bool IsReady(DbConnection connection) =>
        Ready.TryGetValue(((SqliteConnection)connection).Handle!, out _)
        || new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;

    private static void Keep(DbConnection connection) => Ready.AddOrUpdate(((SqliteConnection)connection).Handle!, Mark);
}
