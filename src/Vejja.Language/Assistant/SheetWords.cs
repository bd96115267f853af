using Vejja.Language.Guards;
using Vejja.Reading.Safety;

namespace Vejja.Language.Assistant;

/// <summary>Words of the page that an answer quotes: data, cut short, and never passed on where they read like an order to a program.</summary>
internal static class SheetWords
{
    private const int Longest = 160;

    /// <summary>The words on one line; null where they look like an order.</summary>
    public static string? Quote(string words)
    {
        if (IsOrderLike(words))
            return null;
        var line = string.Concat(words.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();
        return line.Length <= Longest ? line : string.Concat(line.AsSpan(0, Longest), "…");
    }

    /// <summary>Whether they read like an order to a program, by what sheets may not say and by what messages may not say.</summary>
    public static bool IsOrderLike(string words) => InstructionLikeText.Is(words) || GatePatterns.Find(new(MessageKey.Of(words))) == MessageClass.Jailbreak;
}
