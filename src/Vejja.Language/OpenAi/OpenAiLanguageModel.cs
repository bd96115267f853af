using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using Vejja.Language.Generation;

namespace Vejja.Language.OpenAi;

/// <summary>A model behind a server that speaks OpenAI's chat completions. Safe for several threads.</summary>
public sealed class OpenAiLanguageModel : ILanguageModel
{
    private readonly OpenAiOptions options;
    private readonly OpenAI.Chat.ChatClient client;
    private readonly ChatClientMetadata metadata;
    private readonly RequestQueue queue;
    private volatile string? lastFault;

    /// <summary>Checks the options; nothing is sent yet.</summary>
    public OpenAiLanguageModel(OpenAiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        this.options = options;
        queue = new(options.Parallelism, options.QueueLimit);
        metadata = new("openai", options.Endpoint, options.Model);
        client = new(options.Model, new ApiKeyCredential(options.Key), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            NetworkTimeout = options.Timeout,
            // The caller decides whether an answer is worth a second try.
            RetryPolicy = new ClientRetryPolicy(0),
        });
    }

    /// <inheritdoc/>
    public LanguageModelHealth Health() => new("openai", options.Model, lastFault is null, lastFault, queue.Waiting, true);

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = OpenAiRequest.Of(messages, options);
        using var turn = await queue.EnterAsync(cancellationToken);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var completion = (await client.CompleteChatAsync(request.Messages, request.Options, cancellationToken)).Value;
            var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text))))
            {
                ModelId = completion.Model,
                FinishReason = completion.FinishReason == OpenAI.Chat.ChatFinishReason.Length ? ChatFinishReason.Length : ChatFinishReason.Stop,
                Usage = UsageOf(completion.Usage),
            };
            lastFault = null;
            LanguageMetrics.Answered((int)(response.Usage?.InputTokenCount ?? 0), 0, (int)(response.Usage?.OutputTokenCount ?? 0), Stopwatch.GetElapsedTime(began));
            return response;
        }
        catch (Exception exception) when (FaultOf(exception, cancellationToken) is { } fault)
        {
            throw Noted(fault);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = OpenAiRequest.Of(messages, options);
        using var turn = await queue.EnterAsync(cancellationToken);
        await using var updates = client.CompleteChatStreamingAsync(request.Messages, request.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates, cancellationToken))
        {
            var update = updates.Current;
            // Servers send updates without choices (usage alone), without content (the role alone) and with parts of tool calls, which nobody asked for.
            var text = string.Concat(update.ContentUpdate.Select(part => part.Text));
            if (text.Length > 0)
                yield return new(ChatRole.Assistant, text) { ModelId = update.Model };
            if (UsageOf(update.Usage) is { } usage)
                yield return new(ChatRole.Assistant, [new UsageContent(usage)]) { ModelId = update.Model };
        }

        lastFault = null;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? metadata
            : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => queue.Dispose();

    private async Task<bool> NextAsync(IAsyncEnumerator<OpenAI.Chat.StreamingChatCompletionUpdate> updates, CancellationToken cancellation)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception exception) when (FaultOf(exception, cancellation) is { } fault)
        {
            throw Noted(fault);
        }
    }

    private LanguageModelException? FaultOf(Exception exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? null : ServerFaults.Of(exception, options.Model);

    private LanguageModelException Noted(LanguageModelException fault)
    {
        lastFault = fault.Message;
        return fault;
    }

    private static UsageDetails? UsageOf(OpenAI.Chat.ChatTokenUsage? usage) => usage is null ? null
        : new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };
}
