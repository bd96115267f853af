using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AssistantMessage = OpenAI.Chat.AssistantChatMessage;
using Message = OpenAI.Chat.ChatMessage;

namespace Vejja.Language.OpenAi;

/// <summary>A request in the client library's types.</summary>
/// <param name="Messages">The conversation.</param>
/// <param name="Options">How to answer.</param>
internal sealed record OpenAiRequest(Message[] Messages, ChatCompletionOptions Options)
{
    /// <summary>Translates; tools are never offered.</summary>
    public static OpenAiRequest Of(IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options)
    {
        var translated = messages.Select(Translate).ToList();
        if (options?.Instructions is { Length: > 0 } instructions)
            translated.Insert(0, new SystemChatMessage(instructions));
        var request = new ChatCompletionOptions
        {
            Temperature = options?.Temperature ?? 0,
            MaxOutputTokenCount = options?.MaxOutputTokens,
            TopP = options?.TopP,
            Seed = options?.Seed ?? 1,
        };
        foreach (var stop in options?.StopSequences ?? [])
            request.StopSequences.Add(stop);
        if (options?.ResponseFormat is ChatResponseFormatJson json)
        {
            request.ResponseFormat = json.Schema is { } schema
                ? OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true)
                : OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat();
        }

        return new([.. translated], request);
    }

    private static Message Translate(Microsoft.Extensions.AI.ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantMessage(message.Text)
        : new UserChatMessage(message.Text);
}
