using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Vejja.Storage.Model;

/// <summary>
/// Lets one connection of this process write at a time, in the order of asking. SQLite has one write lock, and whoever waits for it sleeps on a
/// thread, in steps of up to 150 ms: fifty uploads then leave no thread for those who only read. Here they wait without a thread. Writers of
/// other processes meet at the file's own lock.
/// </summary>
internal sealed class SqliteWriters : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor, IDisposable
{
    private static readonly ConcurrentDictionary<string, SqliteWriters> Lines = [];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim line = new(1);
    private DbConnection? writing;

    /// <summary>The line of a file.</summary>
    public static SqliteWriters Of(string path) => Lines.GetOrAdd(path, _ => new());

    /// <inheritdoc/>
    public void Dispose() => line.Dispose();

    /// <inheritdoc/>
    public InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Enter(connection);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await EnterAsync(connection, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public void TransactionFailed(DbTransaction transaction, TransactionErrorEventData eventData) => Leave(transaction?.Connection);

    /// <inheritdoc/>
    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(transaction?.Connection);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (IsWrite(eventData))
            Enter(command.Connection!);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsWrite(eventData))
            await EnterAsync(command.Connection!, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (IsWrite(eventData))
            Enter(command.Connection!);
        return result;
    }

    /// <inheritdoc/>
    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (IsWrite(eventData))
            await EnterAsync(command.Connection!, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    /// <inheritdoc/>
    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    /// <summary>A transaction that could not begin, because another process holds the lock, leaves its connection open until the context goes: no other event tells of it.</summary>
    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => Leave(connection);

    /// <inheritdoc cref="ConnectionDisposed"/>
    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData)
    {
        Leave(connection);
        return Task.CompletedTask;
    }

    private static bool IsWrite(CommandEventData statement) =>
        statement.CommandSource is CommandSource.SaveChanges or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete or CommandSource.ExecuteSqlRaw;

    private static SqliteException Locked() => new("The database is locked by other writers of this process.", SQLitePCL.raw.SQLITE_BUSY);

    private void Enter(DbConnection connection)
    {
        if (ReferenceEquals(Volatile.Read(ref writing), connection))
            return;
        if (!line.Wait(Longest))
            throw Locked();
        Volatile.Write(ref writing, connection);
    }

    private async ValueTask EnterAsync(DbConnection connection, CancellationToken cancellation)
    {
        if (ReferenceEquals(Volatile.Read(ref writing), connection))
            return;
        if (!await line.WaitAsync(Longest, cancellation))
            throw Locked();
        Volatile.Write(ref writing, connection);
    }

    /// <summary>Entity Framework closes the connection after each statement outside a transaction, and at a transaction's end.</summary>
    private void Leave(DbConnection? connection)
    {
        if (connection is not null && Interlocked.CompareExchange(ref writing, null, connection) == connection)
            line.Release();
    }
}
