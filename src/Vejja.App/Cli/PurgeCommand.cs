using System.CommandLine;
using Vejja.App.Web;
using Vejja.Storage.Retention;

namespace Vejja.App.Cli;

/// <summary><c>vejja purge</c>: deletes documents by age, for good.</summary>
internal static class PurgeCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of database, images and key (default: VEJJA_DATA, else ./data)." };
        var days = new Option<int>("--older-than-days") { Description = "Documents older than this many days go, 0 to 36500; 0 means all.", Required = true };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 0 or > 36_500)
                result.AddError("--older-than-days must be between 0 and 36500");
        });
        var command = new Command("purge", "Deletes documents by age: images, text and everything derived.") { data, days };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data), TimeSpan.FromDays(parsed.GetValue(days)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? data, TimeSpan age, CancellationToken cancellation)
    {
        if (await ServiceStart.ReadOptionsAsync(data) is not { } options)
            return ExitCode.BadInput;
        await using var provider = new ServiceCollection().AddVejjaStorage(options).BuildServiceProvider();
        var removal = provider.GetRequiredService<DocumentRemoval>();
        var count = await removal.RemoveOlderAsync(age, cancellation);
        await removal.RemoveOrphansAsync(cancellation);
        await removal.CompactAsync(cancellation);
        await Console.Out.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} documents deleted"));
        return ExitCode.Success;
    }
}
