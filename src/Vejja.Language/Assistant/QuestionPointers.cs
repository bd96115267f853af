using System.Collections.Immutable;
using Vejja.Language.Guards;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Assistant;

/// <summary>A row of Data/mentions.tsv.</summary>
internal sealed record PointingWords(string Kind, string Value, ImmutableArray<string> Terms)
{
    private static readonly Lazy<ImmutableArray<PointingWords>> Rows = new(static () =>
        [.. EmbeddedTable.Read(typeof(QuestionPointers).Assembly, "Vejja.Language.Assistant.Data.mentions.tsv", "kind", "value", "terms", "sense")
            .Select(row => new PointingWords(row[0], row[1], [.. row[2].Split('|').Select(term => MessageKey.Of(term, keepDigits: true).Trim())]))]);

    /// <summary>Values of a kind whose words stand in the key, in the file's order.</summary>
    public static ImmutableArray<string> Find(string kind, string key) =>
        [.. Rows.Value.Where(row => row.Kind == kind && row.Terms.Any(term => Stands(term, key))).Select(row => row.Value)];

    /// <summary>Whether a word is itself one of a kind.</summary>
    public static bool Is(string kind, string word) => Rows.Value.Any(row => row.Kind == kind && row.Terms.Contains(word));

    private static bool Stands(string term, string key)
    {
        for (var at = key.IndexOf(term, StringComparison.Ordinal); at >= 0; at = key.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var end = at + term.Length;
            // "ទី1" must not be found in "ទី12", nor "bed" in "bedroom".
            if ((MessageKey.IsKhmer(key[at]) || key[at - 1] == ' ') && (MessageKey.IsKhmer(key[end - 1]) || key[end] == ' ' || MessageKey.IsKhmer(key[end])) && !char.IsDigit(key[end]))
                return true;
        }

        return false;
    }
}

/// <summary>What a question points at, beside what it asks.</summary>
/// <param name="All">It speaks of all medicines.</param>
/// <param name="One">It points at one without naming it.</param>
/// <param name="Slots">Times of day: MORN, NOON, AFT, EVE, NIGHT.</param>
/// <param name="DaysAhead">0 for today, 1 for tomorrow; null where it names no day.</param>
internal sealed record QuestionPointers(bool All, bool One, ImmutableArray<string> Slots, int? DaysAhead)
{
    /// <summary>Reads a message.</summary>
    public static QuestionPointers Of(string message)
    {
        var key = MessageKey.Of(message, keepDigits: true);
        var days = PointingWords.Find("day", key);
        return new(
            !PointingWords.Find("all", key).IsEmpty, !PointingWords.Find("one", key).IsEmpty, PointingWords.Find("slot", key),
            days.IsEmpty ? null : days[^1] == "1" ? 1 : 0);
    }
}
