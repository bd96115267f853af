using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Vejja.App.Features.Enhance;
using Vejja.App.Features.Work;
using Vejja.App.Tests.Running;
using Vejja.App.Web;
using Vejja.Domain.Documents;
using Vejja.Jobs.Execution;
using Vejja.Storage.Encryption;

namespace Vejja.App.Tests.Faults;

/// <summary>A worker in a process of its own, as <c>vejja worker</c> starts it, with the reader of the tests; it can be killed.</summary>
internal sealed class WorkerProcess : IDisposable
{
    public const string Argument = "--vejja-worker";

    private readonly Process process;

    public WorkerProcess(string database, string folder, string? broker = null, string? kill = null)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Argument, database, folder]) { RedirectStandardError = true };
        if (broker is not null)
            start.Environment["VEJJA_BROKER"] = broker;
        if (kill is not null)
            start.Environment[StageKill.Variable] = kill;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
    }

    /// <summary>kill -9.</summary>
    public void Kill() => process.Kill(entireProcessTree: true);

    /// <summary>Waits until it has ended by itself.</summary>
    public Task EndAsync(CancellationToken cancellation) => process.WaitForExitAsync(cancellation);

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.WaitForExit();
        process.Dispose();
    }

    public static async Task<int> RunAsync(string database, string folder)
    {
        var options = new ServiceOptions
        {
            DataFolder = folder,
            Database = database,
            DataKey = DataKey.FromFile(Path.Combine(folder, "data.key")),
            Workers = 1,
            LogLevel = LogLevel.None,
            Lease = TimeSpan.FromSeconds(2),
            Broker = Environment.GetEnvironmentVariable("VEJJA_BROKER") is { } broker ? new Uri(broker) : null,
        };
        using var host = WorkerHost.Build(options, _ => new WrittenDocument(), AddKill);
        await host.RunAsync();
        return 0;
    }

    private static void AddKill(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable(StageKill.Variable)?.Split('-') is not [var stage, var moment])
            return;
        if (Enum.Parse<Stage>(stage) is Stage.Enhance)
            services.AddSingleton<IDocumentEnhancement, WrittenEnhancement>();
        services.AddSingleton<StageWork>();
        services.AddSingleton<IStageWork>(provider => new StageKill(provider.GetRequiredService<StageWork>(), Enum.Parse<Stage>(stage), moment == "after"));
    }
}
