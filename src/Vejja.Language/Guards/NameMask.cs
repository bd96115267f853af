using System.Text;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Guards;

/// <summary>Puts one word in place of names of medicines: those of the prescription, and those that the lexicon knows.</summary>
internal static class NameMask
{
    /// <summary>The word that the training puts in their place.</summary>
    public const string Word = "xmedx";

    private const int ShortestName = 5;

    /// <summary>The message without names of medicines.</summary>
    public static string Hide(string message, IReadOnlyCollection<string> names)
    {
        foreach (var name in names.Where(name => name.Length >= 3).OrderByDescending(name => name.Length))
            message = message.Replace(name, Word, StringComparison.OrdinalIgnoreCase);
        var hidden = new StringBuilder(message.Length);
        var start = 0;
        for (var i = 0; i <= message.Length; i++)
        {
            if (i < message.Length && (char.IsLetter(message[i]) || message[i] == '-') && !MessageKey.IsKhmer(message[i]))
                continue;
            var word = message.AsSpan(start, i - start);
            hidden.Append(word.Length >= ShortestName && MedicineLexicon.Default.FindExact(word.ToString()).Count > 0 ? Word : word);
            if (i < message.Length)
                hidden.Append(message[i]);
            start = i + 1;
        }

        return hidden.ToString();
    }
}
