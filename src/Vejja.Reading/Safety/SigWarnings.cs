using System.Collections.Immutable;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>What is dangerous in the writing of one line of instructions, whatever it means.</summary>
public static class SigWarnings
{
    /// <summary>The flags of a line; none for plain writing.</summary>
    /// <param name="text">The words as printed or typed.</param>
    public static ImmutableArray<Flag> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = InkWords.Of(text);
        return ImmutableArray<Flag>.Empty.With(
        [
            .. AbbreviationCheck.Check(words, "dose"), .. NumberWritingCheck.Check(words, "dose"), .. DoseSizeCheck.Check(words), .. ReminderCheck.Check(text),
        ]);
    }
}
