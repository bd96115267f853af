using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>Parts a message where one question ends and another begins: at punctuation and at words that join.</summary>
internal static class MessageClauses
{
    private const int ShortestLetters = 6;
    private static readonly char[] Marks = ['.', '?', '!', ';', ':', ',', '\n', '។', '៕', '—', '(', ')'];
    private static readonly string[] Joints = [" and ", " but ", " also ", " et ", " mais ", " aussi ", " ហើយ", " hery ", " haey "];

    /// <summary>The clauses; none where the message is one.</summary>
    public static ImmutableArray<string> Of(string message)
    {
        var marked = Joints.Aggregate(message, (text, joint) => text.Replace(joint, ". ", StringComparison.OrdinalIgnoreCase));
        ImmutableArray<string> clauses = [.. marked.Split(Marks).Where(part => part.Count(char.IsLetter) >= ShortestLetters)];
        return clauses.Length > 1 ? clauses : [];
    }
}
