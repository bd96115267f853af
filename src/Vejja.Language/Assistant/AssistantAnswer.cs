using System.Collections.Immutable;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>An answer with what it rests on.</summary>
/// <param name="Kind">What kind of answer.</param>
/// <param name="Class">What the message was taken for.</param>
/// <param name="Language">km, en or fr.</param>
/// <param name="Text">The whole text, lines parted by line feeds.</param>
public sealed record AssistantAnswer(AnswerKind Kind, MessageClass Class, string Language, string Text)
{
    /// <summary>Every value of the prescription that the text rests on.</summary>
    public ImmutableArray<AnswerSource> Sources { get; init; } = [];

    /// <summary>Whether a language model phrased it; the values are the same either way.</summary>
    public bool IsPhrasedByModel { get; init; }

    /// <summary>What the conversation remembers after it.</summary>
    public required ConversationMemory Memory { get; init; }
}

/// <summary>A value that an answer rests on.</summary>
/// <param name="Field">Pointer into the contract's JSON, such as <c>/medications/0/strength</c>.</param>
/// <param name="Blocks">Identifiers of the lines of the page.</param>
/// <param name="Confidence">Probability that the value is right, in [0, 1].</param>
/// <param name="IsSure">False below 0.8 or under an open doubt: the text says so.</param>
public sealed record AnswerSource(string Field, ImmutableArray<string> Blocks, double Confidence, bool IsSure);
