using System.Text.Json;
using Vejja.Language.Assistant;
using Vejja.Language.Guards;

namespace Vejja.App.Features.Chat;

/// <summary>A question about a document.</summary>
/// <param name="DocumentId">A document that was read.</param>
/// <param name="Message">The question, at most 2000 characters.</param>
/// <param name="ConversationId">The conversation to go on with; a new one without it.</param>
/// <param name="Language">km, en or fr to answer in; the message's own language without it.</param>
/// <param name="Start">The first day of the course, with <paramref name="TimeZone"/>; without both, the document's latest reminders are used.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="AllowUnapproved">Whether the caller answers for a result that nobody approved.</param>
internal sealed record ChatRequest(
    string? DocumentId, string? Message, string? ConversationId = null, string? Language = null, DateOnly? Start = null, string? TimeZone = null, bool AllowUnapproved = false);

/// <summary>One event of the stream: <c>text</c> events carry the answer piece by piece, the last event, <c>answer</c>, the whole.</summary>
/// <param name="Text">A piece of the answer; null in the last event.</param>
/// <param name="ConversationId">With it the conversation goes on.</param>
/// <param name="Answer">The whole answer, in the last event.</param>
internal sealed record ChatEvent(string? Text, string ConversationId, AnswerView? Answer);

/// <summary>An answer.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Kind">answered, question, refused, emergency or unclear.</param>
/// <param name="Class">What the message was taken for, such as <c>when</c> or <c>dose-change</c>.</param>
/// <param name="Language">km, en or fr.</param>
/// <param name="Sources">Every value that the text rests on.</param>
/// <param name="PhrasedByModel">Whether a language model phrased it.</param>
internal sealed record AnswerView(string Text, string Kind, string Class, string Language, IReadOnlyList<SourceView> Sources, bool PhrasedByModel)
{
    /// <summary>An answer, shown.</summary>
    public static AnswerView Of(AssistantAnswer answer) => new(
        answer.Text, JsonNamingPolicy.KebabCaseLower.ConvertName(answer.Kind.ToString()), answer.Class.Code(), answer.Language,
        [.. answer.Sources.Select(source => new SourceView(source.Field, [.. source.Blocks], source.Confidence, source.IsSure))], answer.IsPhrasedByModel);
}

/// <summary>A value that an answer rests on.</summary>
/// <param name="Field">Pointer into the result.</param>
/// <param name="Blocks">Lines of the page.</param>
/// <param name="Confidence">Probability that it is right.</param>
/// <param name="Sure">Whether it is at 0.8 or above and under no open doubt.</param>
internal sealed record SourceView(string Field, IReadOnlyList<string> Blocks, double Confidence, bool Sure);
