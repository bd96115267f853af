using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.AI;
using Vejja.Language.Generation;
using Vejja.Language.LlamaCpp.Grammar;
using Vejja.Language.LlamaCpp.Sampling;

namespace Vejja.Language.LlamaCpp;

/// <summary>A GGUF model in this process. Safe for several threads.</summary>
public sealed class LlamaCppChatClient : ILanguageModel
{
    /// <summary>Key of <see cref="ChatOptions.AdditionalProperties"/>: a GBNF grammar with the start symbol <c>root</c>.</summary>
    public const string GrammarProperty = "gbnf";

    private readonly LlamaCppOptions options;
    private readonly ContextPool pool;
    private readonly ChatClientMetadata metadata;

    /// <summary>Checks the options; the model is loaded with the first request.</summary>
    /// <param name="options">Where the model lies and what it may take.</param>
    /// <param name="time">Measures and unloads.</param>
    public LlamaCppChatClient(LlamaCppOptions options, TimeProvider time) : this(options, time, FreeMemory.Read)
    {
    }

    internal LlamaCppChatClient(LlamaCppOptions options, TimeProvider time, Func<long> freeMemory)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        pool = new(options, time, freeMemory);
        metadata = new("llama.cpp", null, Path.GetFileNameWithoutExtension(options.ModelPath));
    }

    /// <inheritdoc/>
    public LanguageModelHealth Health()
    {
        var note = pool.IsLoaded || File.Exists(options.ModelPath) ? null : $"{Path.GetFileName(options.ModelPath)}: no such model file";
        note ??= pool.Waiting >= options.QueueLimit && options.QueueLimit > 0 ? "the queue is full" : null;
        return new("llama.cpp", metadata.DefaultModelId, note is null, note, pool.Waiting, pool.IsLoaded);
    }

    /// <summary>How many tokens a text has.</summary>
    /// <exception cref="LanguageModelException">The model cannot be loaded.</exception>
    public Task<int> CountTokensAsync(string text, CancellationToken cancellation) =>
        pool.UseAsync((model, _, _) => model.Tokenize(text, parseSpecial: false).Length, cancellation);

    /// <summary>A text of the file's metadata, such as <c>general.name</c>; null where it has none.</summary>
    /// <exception cref="LanguageModelException">The file is missing or broken.</exception>
    public string? Metadata(string key) => Gguf.GgufHeader.Read(options.ModelPath).Text(key);

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        var end = await GenerateAsync([.. messages], options, part => text.Append(part), cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text.ToString()))
        {
            ModelId = metadata.DefaultModelId,
            FinishReason = end.Reason,
            Usage = end.Usage,
        };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var parts = Channel.CreateUnbounded<string>();
        // A reader that stops in the middle stops the writer too.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Produce();
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(cancellationToken))
                yield return new(ChatRole.Assistant, part) { ModelId = metadata.DefaultModelId };
            var end = await work;
            yield return new(ChatRole.Assistant, [new UsageContent(end.Usage)]) { ModelId = metadata.DefaultModelId, FinishReason = end.Reason };
        }
        finally
        {
            await stop.CancelAsync();
            await work.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        async Task<GenerationEnd> Produce()
        {
            try
            {
                return await GenerateAsync([.. messages], options, part => parts.Writer.TryWrite(part), stop.Token);
            }
            finally
            {
                parts.Writer.Complete();
            }
        }
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
    public void Dispose() => pool.Dispose();

    private Task<GenerationEnd> GenerateAsync(ChatMessage[] messages, ChatOptions? request, Action<string> write, CancellationToken cancellation)
    {
        var sampling = SamplingOf(request);
        var most = request?.MaxOutputTokens ?? options.AnswerTokens;
        var stops = request?.StopSequences ?? [];
        if (request?.Instructions is { Length: > 0 } instructions)
            messages = [new(ChatRole.System, instructions), .. messages];
        return pool.UseAsync((model, context, stop) => Generate(model, context, ChatPrompt.Write(model, messages), sampling, most, stops, write, stop), cancellation);
    }

    private static GenerationEnd Generate(
        LlamaModel model, LlamaContext context, int[] prompt, SamplingOptions sampling, int most, IList<string> stops, Action<string> write, CancellationToken cancellation)
    {
        if (prompt.Length >= context.Capacity)
            throw new LanguageModelException(LanguageModelFault.Request, $"The prompt has {prompt.Length} tokens, the context holds {context.Capacity}.");
        using var choice = new TokenChoice(model, sampling);
        var text = new AnswerText(stops, write);
        context.Begin(prompt, cancellation);
        var began = Stopwatch.GetTimestamp();
        var (count, reason) = (0, ChatFinishReason.Length);
        while (count < Math.Min(most, context.Capacity - prompt.Length))
        {
            var token = choice.Next(context.Logits);
            if (model.IsEnd(token) || !text.Add(model.Piece(token)))
            {
                reason = ChatFinishReason.Stop;
                break;
            }

            count++;
            context.Continue(token, cancellation);
        }

        text.End();
        LanguageMetrics.Answered(prompt.Length, context.Reused, count, Stopwatch.GetElapsedTime(began));
        return new(reason, new UsageDetails { InputTokenCount = prompt.Length, OutputTokenCount = count, TotalTokenCount = prompt.Length + count, CachedInputTokenCount = context.Reused });
    }

    private static SamplingOptions SamplingOf(ChatOptions? request) => new(
        request?.Temperature ?? 0, unchecked((uint)(request?.Seed ?? 1)), request?.TopK, request?.TopP,
        request?.AdditionalProperties?.TryGetValue(GrammarProperty, out string? grammar) == true ? grammar
        : request?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } ? JsonSchemaGrammar.Write(schema) : null);
}

/// <summary>How an answer ended.</summary>
internal sealed record GenerationEnd(ChatFinishReason Reason, UsageDetails Usage);
