using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Tests.Databases;

namespace Vejja.Storage.Tests;

public sealed class SchemaVersionsTests
{
    /// <summary>Whoever adds a migration keeps a database of the version before it.</summary>
    [Fact]
    public void Versions_EveryOneButTheLatest_IsKeptForBothDatabases()
    {
        using var database = new TestDatabase("sqlite");
        using var context = database.CreateDbContext();
        var kept = typeof(SchemaVersionsTests).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var expected = context.Database.GetMigrations().SkipLast(1).Select(name => name.Split('_')[0]).SelectMany(version => (string[])[$"{version}.postgres.sql", $"{version}.sqlite.sql"]);
        Assert.Equal(expected, kept);
    }
}
