using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Vejja.App.Features.Audit;
using Vejja.App.Features.Documents;
using Vejja.App.Features.Keys;
using Vejja.App.Web;
using Vejja.Language.Assistant;
using Vejja.Storage;

namespace Vejja.App.Features.Chat;

/// <summary>Questions about a document, answered as server-sent events.</summary>
internal static class ChatEndpoints
{
    private const int LongestMessage = 2000;

    /// <summary>Adds the endpoints.</summary>
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        var chat = routes.MapGroup("/chat").WithTags("Chat").RequireAuthorization(Scopes.Read);
        chat.MapPost("", AskAsync).WithName("Chat").WithSummary("Ask about a document; the answer comes as server-sent events");
        chat.MapDelete("{id}", Forget).WithName("ForgetConversation").WithSummary("Delete a conversation");
    }

    private static async Task<ServerSentEventsResult<ChatEvent>> AskAsync(
        ChatRequest request, Caller caller, ChatSubjects subjects, Conversations conversations, PrescriptionAssistant assistant, AuditLog audit, TimeProvider time,
        CancellationToken cancellation)
    {
        Check(request);
        ConversationMemory? memory = ConversationMemory.Empty;
        if (request.ConversationId is { } id && (memory = conversations.Find(caller.OwnerId, request.DocumentId!, id)) is null)
            throw NotFound();
        var subject = await subjects.OfAsync(caller, request, cancellation);
        await audit.WriteAsync(caller.Did("chat", request.DocumentId, time), cancellation);
        var answer = await assistant.AnswerAsync(subject, request.Message!, memory, request.Language, cancellation);
        var conversation = conversations.Keep(caller.OwnerId, request.DocumentId!, request.ConversationId, answer.Memory);
        return TypedResults.ServerSentEvents(StreamAsync(answer, conversation, cancellation));
    }

    private static NoContent Forget(string id, Caller caller, Conversations conversations) =>
        conversations.Forget(caller.OwnerId, id) ? TypedResults.NoContent() : throw NotFound();

    /// <summary>Line by line, so that a reader sees the first one at once; the checks on an answer are done before its first line leaves.</summary>
    private static async IAsyncEnumerable<SseItem<ChatEvent>> StreamAsync(AssistantAnswer answer, string conversation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = answer.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(new(i + 1 < lines.Length ? lines[i] + "\n" : lines[i], conversation, null), "text");
            await Task.Yield();
        }

        yield return new(new(null, conversation, AnswerView.Of(answer)), "answer");
    }

    private static void Check(ChatRequest request)
    {
        if (request.DocumentId is null || !Identifier.IsValid(request.DocumentId))
            throw ResultStore.NotFound();
        if (request.Message is not { Length: > 0 and <= LongestMessage })
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "A message has 1 to 2000 characters.");
        if (request.Language is not (null or "km" or "en" or "fr"))
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, "malformed-request", "The language is km, en or fr.");
    }

    private static RequestRefusedException NotFound() => new(StatusCodes.Status404NotFound, "not-found", "There is no such conversation.");
}
