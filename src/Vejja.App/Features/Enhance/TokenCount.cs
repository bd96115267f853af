using Microsoft.Extensions.AI;

namespace Vejja.App.Features.Enhance;

/// <summary>Adds up the tokens of the calls that pass. The model stays the caller's: it is not ended with this.</summary>
internal sealed class TokenCount(IChatClient model) : IChatClient
{
    /// <summary>Tokens sent.</summary>
    public int Input { get; private set; }

    /// <summary>Tokens received.</summary>
    public int Output { get; private set; }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await model.GetResponseAsync(messages, options, cancellationToken);
        Input += (int)(response.Usage?.InputTokenCount ?? 0);
        Output += (int)(response.Usage?.OutputTokenCount ?? 0);
        return response;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        model.GetStreamingResponseAsync(messages, options, cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => model.GetService(serviceType, serviceKey);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
