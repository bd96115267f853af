using System.Collections.Immutable;
using Vejja.Language.Guards;
using Vejja.Reading.Lexicon;

namespace Vejja.Language.Assistant;

/// <summary>Whether a phrased text says what the facts say: the same numbers, names, times and meals, no word of what is never said. Rejects, never repairs.</summary>
internal static class PhrasingCheck
{
    private const int ShortestName = 4;

    private static readonly Lazy<ImmutableArray<(string Meaning, ImmutableArray<string> Terms)>> Bearing = new(static () =>
        [.. EmbeddedTable.Read(typeof(PhrasingCheck).Assembly, "Vejja.Language.Assistant.Data.bearing-words.tsv", "meaning", "terms", "sense").Select(row => (row[0], Terms(row[1])))]);

    private static readonly Lazy<ImmutableArray<string>> Forbidden = new(static () =>
        [.. EmbeddedTable.Read(typeof(PhrasingCheck).Assembly, "Vejja.Language.Assistant.Data.forbidden.tsv", "language", "terms", "sense").SelectMany(row => Terms(row[1]))]);

    /// <summary>Whether the text may stand in the place of the facts.</summary>
    /// <param name="text">What the model wrote.</param>
    /// <param name="facts">The lines that a person's templates made.</param>
    /// <param name="language">km, en or fr.</param>
    public static bool IsFaithful(string text, string facts, string language)
    {
        if (text.Length == 0 || text.Length > (2 * facts.Length) + 200)
            return false;
        var (said, true_) = (MessageKey.Of(text, keepDigits: true), MessageKey.Of(facts, keepDigits: true));
        return Numbers(text).SetEquals(Numbers(facts))
            && SpokenNumbers.Of(said).SetEquals(SpokenNumbers.Of(true_))
            && Bearing.Value.All(word => Has(said, word.Terms) == Has(true_, word.Terms))
            && !Forbidden.Value.Any(term => Has(said, [term]) && !Has(true_, [term]))
            && Names(text, facts)
            && InLanguage(text, language);
    }

    /// <summary>Runs of digits with what joins them: 07:00, 1/2, 2,5.</summary>
    private static HashSet<string> Numbers(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsDigit(text[i]))
                continue;
            var start = i;
            while (i < text.Length && (char.IsDigit(text[i]) || (text[i] is '.' or ',' or ':' or '/' or '-' && i + 1 < text.Length && char.IsDigit(text[i + 1]))))
                i++;
            found.Add(string.Concat(text[start..i].Select(sign => char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : sign)));
        }

        return found;
    }

    /// <summary>Every Latin name of the facts is there, and no medicine that the facts do not name.</summary>
    private static bool Names(string text, string facts)
    {
        var (said, known) = (Words(text), Words(facts));
        return known.Where(word => char.IsUpper(word[0]) && IsMedicine(word)).All(said.Contains)
            && said.Except(known, StringComparer.OrdinalIgnoreCase).All(word => !IsMedicine(word));
    }

    private static bool IsMedicine(string word) => MedicineLexicon.Default.FindExact(word).Count > 0;

    private static HashSet<string> Words(string text) =>
        [.. string.Concat(text.Select(sign => char.IsLetter(sign) && !MessageKey.IsKhmer(sign) ? sign : ' ')).Split(' ').Where(word => word.Length >= ShortestName)];

    private static bool InLanguage(string text, string language)
    {
        var khmer = text.Count(MessageKey.IsKhmer) * 3 > text.Count(char.IsLetter);
        return khmer == (language == "km");
    }

    private static ImmutableArray<string> Terms(string text) =>
        [.. text.Split('|').Select(term => MessageKey.Of(term).Trim() is var key && term.EndsWith('*') ? " " + key : MessageKey.IsKhmer(key[0]) ? key : $" {key} ")];

    private static bool Has(string key, ImmutableArray<string> terms) => terms.Any(term => key.Contains(term, StringComparison.Ordinal));
}
