using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Dose forms: canonical codes, the words of three languages, and which forms may stand for one another.</summary>
public static class FormVocabulary
{
    private static readonly Lazy<(WordTable Words, Dictionary<string, string> Families)> Loaded = new(Load);

    /// <summary>Every canonical code.</summary>
    public static IReadOnlyCollection<string> Codes => Loaded.Value.Families.Keys;

    /// <summary>What a printed word can stand for; several where it is ambiguous, none where it is not known.</summary>
    public static ImmutableArray<PrintedWord> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.Words.Find(text);
    }

    /// <summary>The family of a form, such as <c>oral-solid</c>; null for an unknown code.</summary>
    public static string? FamilyOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Loaded.Value.Families.GetValueOrDefault(code);
    }

    private static (WordTable Words, Dictionary<string, string> Families) Load()
    {
        var words = new WordTable();
        var families = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.forms.tsv", "code", "family", "en", "fr", "km", "km_evidence"))
        {
            families.Add(row[0], row[1]);
            words.Add(row[0], "en", row[2], "");
            words.Add(row[0], "fr", row[3], "");
            words.Add(row[0], "km", row[4], row[5]);
        }

        return (words, families);
    }
}
