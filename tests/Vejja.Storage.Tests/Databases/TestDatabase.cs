using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vejja.Storage.Tests.Databases;

/// <summary>An empty database of one kind.</summary>
public sealed class TestDatabase : IDbContextFactory<VejjaContext>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-database-").FullName;

    public TestDatabase(string kind)
    {
        Connection = kind == "postgres" ? PostgresServer.Shared.CreateDatabase() : Path.Combine(folder, "vejja.db");
        var builder = new DbContextOptionsBuilder<VejjaContext>();
        Database.Configure(builder, Connection);
        Options = builder.Options;
    }

    public string Connection { get; }

    public DbContextOptions<VejjaContext> Options { get; }

    public static TheoryData<string> Kinds => ["sqlite", "postgres"];

    public VejjaContext CreateDbContext() => new(Options);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Database.IsPostgres(Connection))
        {
            using var connection = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(connection);
        }

        Directory.Delete(folder, recursive: true);
    }
}
