using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp;

namespace Vejja.Language.Tests.OpenAi;

/// <summary>Our own model, in this process, behind OpenAI's chat completions.</summary>
internal sealed class ModelServer(ILanguageModel model, string name)
{
    public static async Task<Provider> OpenAsync(Situation situation)
    {
        var folder = Directory.CreateTempSubdirectory("vejja-served");
        var path = Path.Combine(folder.FullName, "model.gguf");
        var whole = await File.ReadAllBytesAsync(ShippedModel.Path);
        await File.WriteAllBytesAsync(path, situation is Situation.Fails ? whole[..(whole.Length / 2)] : whole);
        var client = ShippedModel.Open(new() { ModelPath = path, ContextTokens = situation is Situation.TooLong ? 256 : 2048, Threads = 1, QueueLimit = situation is Situation.Busy ? 0 : 8 });
        var expected = situation is Situation.Serves ? (await client.GetResponseAsync(Provider.Question, Provider.Options())).Text : "";
        var served = new ModelServer(client, situation is Situation.Missing ? "another" : "llama3.1:8b");
        var busy = new Occupation(situation is Situation.Busy ? client : null);
        await busy.BegunAsync();
        return new(served.AnswerAsync, expected, busy, client, new Folder(folder));
    }

    private async Task AnswerAsync(string request, HttpListenerResponse response)
    {
        using var asked = JsonDocument.Parse(request);
        var root = asked.RootElement;
        try
        {
            if (root.GetProperty("model").GetString() != name)
                throw new LanguageModelException(LanguageModelFault.Missing, "no such model");
            var messages = root.GetProperty("messages").EnumerateArray().Select(Message).ToArray();
            if (root.TryGetProperty("stream", out var stream) && stream.GetBoolean())
                await StreamAsync(messages, OptionsOf(root), response);
            else
                await ReplayServer.WriteAsync(response, 200, "application/json", Whole(await model.GetResponseAsync(messages, OptionsOf(root))));
        }
        catch (LanguageModelException fault)
        {
            var status = fault.Fault switch { LanguageModelFault.Missing => 404, LanguageModelFault.Busy => 503, LanguageModelFault.Request => 400, _ => 500 };
            await ReplayServer.WriteAsync(response, status, "application/json", JsonSerializer.Serialize(new { error = new { code = status, message = fault.Message, type = "server_error" } }));
        }
    }

    /// <summary>One event a part. Where the caller has gone, writing fails, the reader is left, and the model stops computing.</summary>
    private async Task StreamAsync(ChatMessage[] messages, ChatOptions options, HttpListenerResponse response)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        await foreach (var update in model.GetStreamingResponseAsync(messages, options))
        {
            var usage = update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details;
            var choices = update.Text.Length == 0 ? [] : new object[] { new { index = 0, delta = new { content = update.Text }, finish_reason = (string?)null } };
            object chunk = usage is null
                ? new { id = "c", @object = "chat.completion.chunk", created = 1, model = name, choices }
                : new { id = "c", @object = "chat.completion.chunk", created = 1, model = name, choices, usage = Usage(usage) };
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {JsonSerializer.Serialize(chunk)}\n\n"));
            await response.OutputStream.FlushAsync();
        }

        await response.OutputStream.WriteAsync("data: [DONE]\n\n"u8.ToArray());
        response.Close();
    }

    private string Whole(ChatResponse answer) => JsonSerializer.Serialize(new
    {
        id = "c",
        @object = "chat.completion",
        created = 1,
        model = name,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = answer.Text }, finish_reason = answer.FinishReason == ChatFinishReason.Length ? "length" : "stop" } },
        usage = Usage(answer.Usage!),
    });

    private static object Usage(UsageDetails usage) => new { prompt_tokens = usage.InputTokenCount, completion_tokens = usage.OutputTokenCount, total_tokens = usage.TotalTokenCount };

    private static ChatMessage Message(JsonElement message)
    {
        var content = message.GetProperty("content");
        var text = content.ValueKind is JsonValueKind.String ? content.GetString() : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
        return new(new ChatRole(message.GetProperty("role").GetString()!), text);
    }

    private static ChatOptions OptionsOf(JsonElement root) => new()
    {
        Seed = root.TryGetProperty("seed", out var seed) ? seed.GetInt64() : null,
        Temperature = root.TryGetProperty("temperature", out var temperature) ? temperature.GetSingle() : null,
        MaxOutputTokens = root.TryGetProperty("max_completion_tokens", out var most) || root.TryGetProperty("max_tokens", out most) ? most.GetInt32() : null,
        ResponseFormat = root.TryGetProperty("response_format", out var format) && format.TryGetProperty("json_schema", out var schema)
            ? ChatResponseFormat.ForJsonSchema(schema.GetProperty("schema").Clone()) : null,
    };

    /// <summary>Keeps a model's only context computing until it is given up; nothing for no model.</summary>
    private sealed class Occupation(LlamaCppChatClient? client) : IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private Task work = Task.CompletedTask;

        public async Task BegunAsync()
        {
            if (client is null)
                return;
            var begun = new TaskCompletionSource();
            work = Task.Run(async () =>
            {
                await foreach (var _ in client.GetStreamingResponseAsync(Provider.Question, ProviderSuiteTests.Endless(), stop.Token))
                    begun.TrySetResult();
            });
            await begun.Task;
        }

        public void Dispose()
        {
            stop.Cancel();
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne();
            stop.Dispose();
        }
    }

    private sealed class Folder(DirectoryInfo folder) : IDisposable
    {
        public void Dispose() => folder.Delete(recursive: true);
    }
}
