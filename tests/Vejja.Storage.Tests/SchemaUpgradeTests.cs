using Microsoft.EntityFrameworkCore;
using Vejja.Storage.Entities;
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

    /// <summary>The scripts were dumped from databases of those versions and never change.</summary>
    [Theory]
    [InlineData("sqlite", "0001")]
    [InlineData("postgres", "0001")]
    [InlineData("sqlite", "0002")]
    [InlineData("postgres", "0002")]
    [InlineData("sqlite", "0003")]
    [InlineData("postgres", "0003")]
    public async Task RunAsync_EarlierVersion_KeepsItsRowsAndHasTheModelsSchema(string kind, string version)
    {
        var stop = TestContext.Current.CancellationToken;
        using var database = new TestDatabase(kind);
        await using (var old = database.CreateDbContext())
        {
            await using var connection = old.Database.GetDbConnection();
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The script is a resource of this project.
            command.CommandText = await ScriptAsync($"{version}.{kind}.sql");
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(stop);
        }

        Assert.NotEmpty(await SchemaUpgrade.RunAsync(database, stop));
        await using var actual = database.CreateDbContext();
        var document = await actual.Documents.SingleAsync(stop);
        Assert.Equal((DocumentState.Done, 1, new DateOnly(2026, 11, 2)), (document.State, document.ResultVersion, document.PrescriptionDate));
        Assert.Equal([4, 5, 6], (await actual.Results.SingleAsync(stop)).Content);
        Assert.Equal("done", (await actual.Attempts.SingleAsync(stop)).Outcome);

        using var modelled = new TestDatabase(kind);
        await using var expected = modelled.CreateDbContext();
        await expected.Database.EnsureCreatedAsync(stop);
        Assert.Equal(await SchemaShape.ReadAsync(expected), await SchemaShape.ReadAsync(actual));
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task RunAsync_SecondTime_AppliesNothing(string kind)
    {
        using var database = new TestDatabase(kind);
        Assert.NotEmpty(await SchemaUpgrade.RunAsync(database, TestContext.Current.CancellationToken));
        Assert.Empty(await SchemaUpgrade.RunAsync(database, TestContext.Current.CancellationToken));
    }

    private static async Task<string> ScriptAsync(string name)
    {
        using var reader = new StreamReader(typeof(SchemaUpgradeTests).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
