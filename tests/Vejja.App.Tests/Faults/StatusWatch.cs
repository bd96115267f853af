using System.Globalization;
using System.Text.Json.Nodes;
using Vejja.App.Tests.Running;

namespace Vejja.App.Tests.Faults;

/// <summary>Looks at documents again and again while everything around them fails: what the status says must be so at every moment.</summary>
internal sealed class StatusWatch : IAsyncDisposable
{
    private static readonly string[] Order = ["read", "enhance", "schedule", "notify"];

    private readonly RunningService service;
    private readonly IReadOnlyList<string> ids;
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<string> done = [];
    private readonly Task watching;
    private readonly List<string> lies = [];

    public StatusWatch(RunningService service, IReadOnlyList<string> ids)
    {
        (this.service, this.ids) = (service, ids);
        watching = WatchAsync();
    }

    public int Looks { get; private set; }

    /// <summary>Ends the watch.</summary>
    /// <returns>What was said and not so.</returns>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        await stop.CancelAsync();
        await watching;
        return lies;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var id = ids[Looks++ % ids.Count];
            if (Fault(id, await service.GetAsync("/documents/" + id)) is { } fault)
                lies.Add(string.Create(CultureInfo.InvariantCulture, $"{id}: {fault}"));
            await Task.Delay(10, CancellationToken.None);
        }
    }

    private string? Fault(string id, JsonNode status)
    {
        var state = (string)status["state"]!;
        var version = (int)status["resultVersion"]!;
        var stages = status["stages"]!.AsArray().Select(stage => (Name: (string)stage!["stage"]!, State: (string)stage["state"]!)).ToList();
        if (done.Contains(id) && state != "done")
            return "was done and is " + state;
        if (state == "done")
            done.Add(id);
        if (!stages.Select(stage => Array.IndexOf(Order, stage.Name)).SequenceEqual(stages.Select(stage => Array.IndexOf(Order, stage.Name)).Order()))
            return "stages out of order";
        if (stages.SkipLast(1).Any(stage => stage.State is not ("done" or "poisoned")))
            return "a stage began before another ended";
        return (state, version, stages) switch
        {
            ("done", 0, _) => "done without a result",
            ("done", _, [.., ("notify", "done")]) => null,
            ("done", _, _) => "done before its last stage",
            ("queued", 0, [("read", "ready")]) => null,
            ("running", 0, [("read", "ready" or "leased")]) => null,
            ("running", > 0, [("read", "done"), .., (not "read", "ready" or "leased")]) => null,
            _ => string.Create(CultureInfo.InvariantCulture, $"{state}, version {version}, {string.Join(", ", stages)}"),
        };
    }
}
