using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Vejja.App.Features.Documents;
using Vejja.App.Web;
using Vejja.Domain.Documents;
using Vejja.Storage;

namespace Vejja.App.Cli;

/// <summary><c>vejja worker</c>: works on stages, on any machine that reaches the database and the images.</summary>
internal static class WorkerCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of database, images and key (default: VEJJA_DATA, else ./data)." };
        var queues = new Option<string>("--queues") { Description = "Stages to work on, by commas.", DefaultValueFactory = _ => "read,enhance,schedule,notify" };
        var command = new Command("worker", "Works on uploaded documents without answering requests.") { data, queues };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data), parsed.GetValue(queues)!, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string? data, string queues, CancellationToken cancellation)
    {
        if (await ServiceStart.ReadOptionsAsync(data) is not { } options)
            return ExitCode.BadInput;
        var names = queues.Split(',', StringSplitOptions.TrimEntries);
        var stages = Enum.GetValues<Stage>().Where(stage => names.Contains(stage.ToString().ToLowerInvariant())).ToList();
        if (stages.Count != names.Length)
        {
            await Console.Error.WriteLineAsync("vejja: the queues are read, enhance, schedule and notify");
            return ExitCode.BadInput;
        }

        options = options with { Stages = stages, Workers = Math.Max(1, options.Workers) };
        using var host = WorkerHost.Build(options, _ => new PrescriptionReading(Environment.ProcessorCount));
        await SchemaUpgrade.RunAsync(host.Services.GetRequiredService<IDbContextFactory<VejjaContext>>(), cancellation);
        await host.RunAsync(cancellation);
        return ExitCode.Success;
    }
}
