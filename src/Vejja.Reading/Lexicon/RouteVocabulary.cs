using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Routes of administration: canonical codes and the words of three languages.</summary>
public static class RouteVocabulary
{
    private static readonly Lazy<(WordTable Words, List<string> Codes)> Loaded = new(Load);

    /// <summary>Every canonical code.</summary>
    public static IReadOnlyCollection<string> Codes => Loaded.Value.Codes;

    /// <summary>What a printed word can stand for; several where it is ambiguous, none where it is not known.</summary>
    public static ImmutableArray<PrintedWord> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.Words.Find(text);
    }

    private static (WordTable Words, List<string> Codes) Load()
    {
        var words = new WordTable();
        var codes = new List<string>();
        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.routes.tsv", "code", "en", "fr", "km", "km_evidence"))
        {
            codes.Add(row[0]);
            words.Add(row[0], "en", row[1], "");
            words.Add(row[0], "fr", row[2], "");
            words.Add(row[0], "km", row[3], row[4]);
        }

        return (words, codes);
    }
}
