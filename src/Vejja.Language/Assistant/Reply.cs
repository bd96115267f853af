using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>Makes answers of one turn, each with what the conversation remembers after it.</summary>
internal sealed class Reply(TextBook texts, ConversationMemory memory)
{
    /// <summary>The sentences of the language.</summary>
    public TextBook Texts => texts;

    /// <summary>A text that a person wrote, as it stands.</summary>
    public AssistantAnswer Fixed(AnswerKind kind, MessageClass value, string text) =>
        new(kind, value, texts.Language, text) { Memory = memory with { Pending = null, Choices = [] } };

    /// <summary>An answer from values.</summary>
    /// <param name="value">What was asked.</param>
    /// <param name="draft">The lines.</param>
    /// <param name="medications">What it speaks of.</param>
    /// <param name="isOfSheet">Whether it speaks of the sheet and of no medicine.</param>
    public AssistantAnswer Of(MessageClass value, AnswerDraft draft, ImmutableArray<Medication> medications, bool isOfSheet) =>
        new(AnswerKind.Answered, value, texts.Language, string.Join('\n', [.. draft.Lines, .. draft.Doubts]))
        {
            Sources = draft.Sources,
            Memory = memory with { Pending = null, Choices = [], MedicationId = isOfSheet ? memory.MedicationId : medications is [var one] ? one.Id : null },
        };

    /// <summary>A question back: which of these?</summary>
    public AssistantAnswer Ask(MessageClass value, ImmutableArray<Medication> choices, Prescription prescription)
    {
        var draft = new AnswerDraft(prescription, texts);
        var lines = choices.Select((choice, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {draft.Label(choice)}")).ToList();
        return new(AnswerKind.Question, value, texts.Language, string.Join('\n', [texts.Say("which"), .. lines, .. draft.Doubts]))
        {
            Sources = draft.Sources,
            Memory = memory with { Pending = value, Choices = [.. choices.Select(choice => choice.Id)] },
        };
    }
}
