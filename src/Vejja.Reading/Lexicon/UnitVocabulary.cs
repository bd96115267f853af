using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Units: UCUM codes, what they measure, and the words of three languages.</summary>
public static class UnitVocabulary
{
    private static readonly Lazy<(WordTable Words, Dictionary<string, string> Kinds)> Loaded = new(Load);

    /// <summary>Every UCUM code.</summary>
    public static IReadOnlyCollection<string> Codes => Loaded.Value.Kinds.Keys;

    /// <summary>What a printed unit can stand for; several where it is ambiguous, none where it is not known.</summary>
    public static ImmutableArray<PrintedWord> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.Words.Find(text);
    }

    /// <summary>What a unit measures: mass, volume, activity, amount, concentration, length, count, household or time; null for an unknown code.</summary>
    public static string? KindOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Loaded.Value.Kinds.GetValueOrDefault(code);
    }

    private static (WordTable Words, Dictionary<string, string> Kinds) Load()
    {
        var words = new WordTable();
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.units.tsv", "code", "kind", "en", "fr", "km", "km_evidence"))
        {
            kinds.Add(row[0], row[1]);
            words.Add(row[0], "en", row[2], "");
            words.Add(row[0], "fr", row[3], "");
            words.Add(row[0], "km", row[4], row[5]);
        }

        return (words, kinds);
    }
}
