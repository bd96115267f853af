namespace Vejja.Reading.Lexicon;

/// <summary>Finds the medicine's name inside a line, where strength, form and dosing may stand around it or be glued to it.</summary>
internal sealed class NameLocation(MedicineLexicon lexicon, NameIndex index)
{
    private const int MostWords = 6;
    // A misread name is looked for in fewer words: each costs a search of the whole index.
    private const int MostWordsMisread = 2;

    /// <summary>The first exact name, longest first; else the first word or words that stand near one name only.</summary>
    public NameSpan? First(string line)
    {
        var words = Words(line);
        return Find(line, words, NameMatchKind.Exact) ?? Find(line, words, NameMatchKind.Near);
    }

    private NameSpan? Find(string line, List<Range> words, NameMatchKind wanted)
    {
        for (var first = 0; first < words.Count; first++)
        {
            var most = wanted == NameMatchKind.Exact ? MostWords : MostWordsMisread;
            for (var last = Math.Min(words.Count, first + most) - 1; last >= first; last--)
            {
                var (start, end) = (words[first].Start.Value, words[last].End.Value);
                var text = line[start..end];
                // A short word alone (a form, a unit, an initial) is no evidence of a name.
                if (text.Length < 3 || NameKey.Of(text).Length > index.LongestKey + 2)
                    continue;
                if (wanted == NameMatchKind.Near && !CouldBeMisread(text))
                    continue;
                var match = wanted == NameMatchKind.Exact ? lexicon.ResolveExactly(text) : lexicon.Resolve(text);
                if (match.Kind == wanted)
                    return new NameSpan(start, end - start, match);
            }
        }

        return null;
    }

    // Short words and everyday words of dosing are near some name or other; they are no evidence of one.
    private static bool CouldBeMisread(string text) =>
        text.Length >= 6 && text.Count(char.IsAsciiLetter) >= 5 && FormVocabulary.Find(text).IsEmpty && UnitVocabulary.Find(text).IsEmpty && RouteVocabulary.Find(text).IsEmpty;

    // Words end at spaces and brackets, and where digits of a strength are glued to letters (Esome20mg); digits inside a name (B12, D3) stay with their letter.
    private static List<Range> Words(string line)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var inside = i < line.Length && !char.IsWhiteSpace(line[i]) && line[i] is not ('(' or ')' or '[' or ']' or ':' or ';' or ',');
            if (start >= 0 && (!inside || GluedStrength(line, start, i)))
            {
                words.Add(start..i);
                start = -1;
            }

            if (inside && start < 0)
                start = i;
        }

        return words;
    }

    private static bool GluedStrength(string line, int start, int at)
    {
        if (!char.IsAsciiDigit(line[at]) || at - start < 3 || !char.IsLetter(line[at - 1]))
            return false;
        var end = at;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] is '.' or ','))
            end++;
        return end < line.Length && (line[end] is '%' || char.IsLetter(line[end])) || end - at >= 2;
    }
}
