using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>Which language a message is written in.</summary>
internal static class MessageLanguage
{
    private const double Sure = 0.5;

    /// <summary>km, en or fr; null where it cannot be told.</summary>
    /// <param name="message">The message.</param>
    /// <param name="latin">Probabilities of the languages in Latin letters.</param>
    public static string? Of(string message, double[] latin)
    {
        if (message.Count(MessageKey.IsKhmer) * 3 > message.Count(char.IsLetter))
            return "km";
        var at = Array.IndexOf(latin, latin.Max());
        return latin[at] >= Sure && GateModel.Default.Languages[at] is var language and not "other" ? language : null;
    }

    /// <summary>Whether more of its letters are neither Latin nor Khmer than are.</summary>
    public static bool IsForeign(string message)
    {
        var letters = message.Where(char.IsLetter).ToImmutableArray();
        return letters.Count(letter => letter > '\u024f' && letter is not (>= '\u1e00' and <= '\u1eff') && !MessageKey.IsKhmer(letter)) * 2 > letters.Length;
    }
}
