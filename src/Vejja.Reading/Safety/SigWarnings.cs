using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>What is dangerous in the writing of one line of instructions, whatever it means.</summary>
public static class SigWarnings
{
    /// <summary>The sig with the flags of its writing added; a flag that the grammar raised already stays as it is.</summary>
    /// <param name="sig">As the grammar read it.</param>
    public static Sig Add(Sig sig)
    {
        ArgumentNullException.ThrowIfNull(sig);
        return sig with { Flags = sig.Flags.With([.. Of(sig.Text), .. sig.DosageInstruction.SelectMany(DoseSizeCheck.Check)]) };
    }

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
