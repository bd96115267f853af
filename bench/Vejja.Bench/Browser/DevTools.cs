using System.Buffers;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Vejja.Bench.Browser;

/// <summary>The DevTools protocol over a web socket: numbered calls, and events by name.</summary>
internal sealed class DevTools : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> calls = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> events = new();
    private readonly CancellationTokenSource closing = new();
    private Task listening = Task.CompletedTask;
    private int last;

    private DevTools()
    {
    }

    /// <summary>Connects to a browser.</summary>
    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellation)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellation);
        tools.listening = tools.ListenAsync();
        return tools;
    }

    /// <summary>Calls a method and waits for its result.</summary>
    public async Task<JsonObject> CallAsync(string method, JsonObject parameters, string? session, CancellationToken cancellation)
    {
        var id = Interlocked.Increment(ref last);
        var done = calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (session is not null)
            message["sessionId"] = session;
        await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, cancellation);
        var answer = await done.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);
        return answer["result"] as JsonObject ?? throw new InvalidOperationException(method + " failed: " + answer["error"]?.ToJsonString());
    }

    /// <summary>Completes at the next event of this name.</summary>
    public Task EventAsync(string name, CancellationToken cancellation) =>
        events.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(TimeSpan.FromSeconds(60), cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await listening;
        socket.Dispose();
        closing.Dispose();
    }

    private async Task ListenAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(message.GetMemory(1 << 16), closing.Token);
                message.Advance(received.Count);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                if (!received.EndOfMessage)
                    continue;
                Deliver((JsonObject)JsonNode.Parse(message.WrittenSpan)!);
                message.ResetWrittenCount();
            }
        }
        catch (OperationCanceledException)
        {
            // Closing: nobody waits any more.
        }
        catch (WebSocketException fault)
        {
            foreach (var call in calls.Values)
                call.TrySetException(new InvalidOperationException("The browser went away.", fault));
        }
    }

    private void Deliver(JsonObject message)
    {
        if (message["id"] is { } id && calls.TryRemove((int)id, out var call))
            call.SetResult(message);
        else if (message["method"] is { } method && events.TryRemove((string)method!, out var happened))
            happened.SetResult();
    }
}
