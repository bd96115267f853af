using System.Text;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>Instructions from which nothing may be scheduled automatically: as directed, sliding scales, conditions.</summary>
internal static class ReminderCheck
{
    private static readonly Lazy<List<(string Code, string Phrase, bool Khmer)>> Phrases = new(static () =>
        [.. EmbeddedTable.Read("Vejja.Reading.Safety.Data.phrases.tsv", "code", "language", "phrase").Select(row => (row[0], row[2], row[1] == "km"))]);

    /// <summary>Flags of printed instructions.</summary>
    public static IEnumerable<Flag> Check(string text)
    {
        var bare = Bare(text);
        foreach (var (code, phrase, khmer) in Phrases.Value)
        {
            if (khmer ? text.Contains(phrase, StringComparison.Ordinal) : bare.Contains(" " + phrase + " ", StringComparison.Ordinal))
                yield return Raise.Flag(code, "dose", phrase);
        }
    }

    /// <summary>Flags of what the grammar understood.</summary>
    public static IEnumerable<Flag> Check(Dosage dosage)
    {
        if (dosage.Condition is { } condition)
            yield return Raise.Flag(FlagCodes.ConditionalDose, "dose", condition);
    }

    // Words in lower case without accents, each between single spaces.
    private static string Bare(string text)
    {
        var bare = new StringBuilder(" ", text.Length + 2);
        foreach (var sign in text)
        {
            if (char.IsLetterOrDigit(sign))
                bare.Append(NameKey.Bare(sign));
            else if (bare[^1] != ' ')
                bare.Append(' ');
        }

        return bare.Append(' ').ToString();
    }
}
