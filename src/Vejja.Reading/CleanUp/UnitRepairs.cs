namespace Vejja.Reading.CleanUp;

/// <summary>Units after a number. A unit is repaired only where no other unit can be meant.</summary>
internal static class UnitRepairs
{
    private static readonly Lazy<Dictionary<string, (string Fixed, string Rule)>> Spellings = new(static () => Lexicon.EmbeddedTable
        .Read("Vejja.Reading.CleanUp.Data.units.tsv", "read", "unit", "rule")
        .ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal));

    /// <summary>Rules <c>unit-forced</c> (500 rng is 500 mg) and <c>unit-spelling</c> (500 MG is 500 mg): only right after a number.</summary>
    public static IEnumerable<TextRepair> Units(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
                continue;
            var start = i + 1;
            if (start < text.Length && text[start] == ' ')
                start++;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '\u00B5'))
                end++;
            if (Spellings.Value.TryGetValue(text[start..end], out var unit))
                yield return new TextRepair(start, text[start..end], unit.Fixed, unit.Rule);
        }
    }

    /// <summary>Whether a unit of mass or volume stands at the offset, after at most one space, and ends there.</summary>
    public static bool StandsAt(string text, int at)
    {
        if (at < text.Length && text[at] == ' ')
            at++;
        var end = at;
        while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] is '\u00B5'))
            end++;
        return text[at..end].ToLowerInvariant() is "mg" or "g" or "ml" or "\u00B5g" or "ug" or "mcg" or "ui" or "iu";
    }
}
