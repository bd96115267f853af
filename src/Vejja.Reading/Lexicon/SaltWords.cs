namespace Vejja.Reading.Lexicon;

/// <summary>Names of salts and hydrates around a medicine's name: "Metformin HCl", « chlorhydrate de metformine ».</summary>
internal static class SaltWords
{
    private static readonly Lazy<HashSet<string>> Words = new(static () =>
        [.. EmbeddedTable.Read("Vejja.Reading.Lexicon.Data.salts.tsv", "word", "language").Select(row => NameKey.Of(row[0]))]);

    /// <summary>The text without salts and the « de » or « d' » that joins them; null where it names none, or nothing else.</summary>
    public static string? Without(string text)
    {
        var words = text.Replace('\u2019', '\'').Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        var kept = new List<string>(words.Length);
        var afterSalt = false;
        foreach (var word in words)
        {
            if (Words.Value.Contains(NameKey.Of(word)))
            {
                afterSalt = true;
                continue;
            }

            var bare = afterSalt && word.StartsWith("d'", StringComparison.OrdinalIgnoreCase) ? word[2..] : word;
            if (!(afterSalt && word.Equals("de", StringComparison.OrdinalIgnoreCase)))
                kept.Add(bare);
            afterSalt = false;
        }

        return kept.Count == 0 || kept.Count == words.Length ? null : string.Join(' ', kept);
    }
}
