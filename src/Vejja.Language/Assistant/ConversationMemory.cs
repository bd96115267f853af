using System.Collections.Immutable;
using Vejja.Language.Guards;

namespace Vejja.Language.Assistant;

/// <summary>
/// What a conversation remembers: bounded by its shape, and none of anybody's words. Which medicine was spoken of, what was asked back, in which language.
/// </summary>
public sealed record ConversationMemory
{
    /// <summary>A conversation that begins.</summary>
    public static ConversationMemory Empty { get; } = new();

    /// <summary>The medicine that was last spoken of alone; null for none.</summary>
    public string? MedicationId { get; init; }

    /// <summary>The question that waits for a medicine; null for none.</summary>
    public MessageClass? Pending { get; init; }

    /// <summary>The medicines that the question back named, in its order.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The language of the last answer; null at the beginning.</summary>
    public string? Language { get; init; }
}
