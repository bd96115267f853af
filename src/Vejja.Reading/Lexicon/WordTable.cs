using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Printed words of one vocabulary and the codes they stand for.</summary>
internal sealed class WordTable
{
    private readonly Dictionary<string, List<PrintedWord>> byWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<PrintedWord>> byBareWord = new(StringComparer.Ordinal);

    /// <summary>Adds the words of one row.</summary>
    public void Add(string code, string language, string words, string evidence)
    {
        var grades = EmbeddedTable.List(evidence);
        var texts = EmbeddedTable.List(words);
        if (language == "km" && grades.Length != texts.Length)
            throw new InvalidDataException($"The row {code} has {texts.Length} Khmer words and {grades.Length} grades of evidence.");
        for (var i = 0; i < texts.Length; i++)
        {
            var word = new PrintedWord(texts[i], code, language, grades.IsEmpty ? "" : grades[i]);
            Insert(byWord, Trimmed(texts[i]), word);
            Insert(byBareWord, Bare(texts[i]), word);
        }
    }

    /// <summary>
    /// What a word can stand for; several codes where it is ambiguous, none where it is not known. Case and a full stop at the end do not count; accents do
    /// where the very spelling is known (gél is a capsule, gel a gel), and are forgiven where it is not.
    /// </summary>
    public ImmutableArray<PrintedWord> Find(string text)
    {
        if (!byWord.TryGetValue(Trimmed(text), out var found) && !byBareWord.TryGetValue(Bare(text), out found))
            return [];
        return [.. found.DistinctBy(w => w.Code)];
    }

    private static void Insert(Dictionary<string, List<PrintedWord>> table, string key, PrintedWord word)
    {
        if (!table.TryGetValue(key, out var same))
            table.Add(key, same = []);
        same.Add(word);
    }

    private static string Trimmed(string text) => text.Trim().TrimEnd('.').Trim();

    private static string Bare(string text) => string.Create(Trimmed(text).Length, Trimmed(text), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = NameKey.Bare(source[i]);
    });
}
