using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;
using Vejja.Storage.Tests.Databases;

namespace Vejja.Storage.Tests.Locking;

/// <summary>A writer that fails because another process holds the file's lock leaves the line of writers: those behind it write as soon as the lock is gone.</summary>
public sealed class SqliteWritersTests
{
    public static TheoryData<string> Ways => ["transaction", "save", "update"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Writer_FileLockedByAnother_LeavesTheLine(string way)
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new TestDatabase("sqlite");
        await SchemaUpgrade.RunAsync(database, stop);
        await using (var outside = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database.Connection, Pooling = false }.ToString()))
        {
            await outside.OpenAsync(stop);
            await using var held = await outside.BeginTransactionAsync(IsolationLevel.Serializable, stop);
            await using var blocked = database.CreateDbContext();
            ((SqliteConnection)blocked.Database.GetDbConnection()).DefaultTimeout = 1;
            blocked.Database.SetCommandTimeout(1);
            var fault = await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(blocked, way, stop));
            Assert.True(Database.IsTransient(fault), fault.ToString());
        }

        await using var next = database.CreateDbContext();
        await WriteAsync(next, way, stop).WaitAsync(TimeSpan.FromSeconds(10), stop);
    }

    private static async Task WriteAsync(VejjaContext context, string way, CancellationToken stop)
    {
        switch (way)
        {
            case "transaction":
                await using (var transaction = await context.Database.BeginTransactionAsync(stop))
                    await transaction.CommitAsync(stop);
                break;
            case "save":
                context.Audit.Add(new AuditRow { Id = Guid.NewGuid().ToString("N"), OwnerId = "owner", KeyId = "key", Action = "test", CorrelationId = "none", At = DateTimeOffset.UnixEpoch });
                await context.SaveChangesAsync(stop);
                break;
            default:
                await context.Audit.Where(row => row.OwnerId == "nobody").ExecuteDeleteAsync(stop);
                break;
        }
    }
}
