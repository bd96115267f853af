using Vejja.Storage.Tests.Databases;

namespace Vejja.Storage.Tests;

public sealed class SchemaUpgradeTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RunAsync_EmptyDatabase_MakesTheSchemaThatTheModelWouldMake(string kind)
    {
        using var migrated = new TestDatabase(kind);
        using var modelled = new TestDatabase(kind);
        await SchemaUpgrade.RunAsync(migrated, TestContext.Current.CancellationToken);
        await using var expected = modelled.CreateDbContext();
        await expected.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        await using var actual = migrated.CreateDbContext();
        var lines = await SchemaShape.ReadAsync(expected);
        Assert.True(lines.Length > 50);
        Assert.Equal(lines, await SchemaShape.ReadAsync(actual));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RunAsync_SecondTime_AppliesNothing(string kind)
    {
        using var database = new TestDatabase(kind);
        Assert.NotEmpty(await SchemaUpgrade.RunAsync(database, TestContext.Current.CancellationToken));
        Assert.Empty(await SchemaUpgrade.RunAsync(database, TestContext.Current.CancellationToken));
    }
}
