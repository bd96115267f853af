using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Web;
using Vejja.Storage;

namespace Vejja.App.Cli;

/// <summary><c>vejja migrate</c>: brings the database to this version, before any process serves.</summary>
internal static class MigrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of database, images and key (default: VEJJA_DATA, else ./data)." };
        var command = new Command("migrate", "Brings the database to this version.") { data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? data, CancellationToken cancellation)
    {
        if (await ServiceStart.ReadOptionsAsync(data) is not { } options)
            return ExitCode.BadInput;
        await using var provider = new ServiceCollection().AddVejjaStorage(options).BuildServiceProvider();
        var applied = await SchemaUpgrade.RunAsync(provider.GetRequiredService<IDbContextFactory<VejjaContext>>(), cancellation);
        await Console.Out.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : string.Join(Environment.NewLine, applied));
        return ExitCode.Success;
    }
}
