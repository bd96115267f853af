using System.Collections.Immutable;
using Vejja.Reading.Confidence;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Fields;

/// <summary>A label in a line.</summary>
/// <param name="Field">What it announces; <c>other</c> for what only bounds its neighbours.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="ValueStart">Where its value begins, after a colon if there is one.</param>
/// <param name="Similarity">1 for the very word.</param>
internal readonly record struct LabelHit(string Field, int Start, int ValueStart, double Similarity);

/// <summary>Labels in a line, misread signs tolerated: before a colon a near word is enough, without a colon only the very word counts.</summary>
internal static class LabelFinding
{
    private static readonly TermTable Labels = TermTable.Load("Fields", "labels.tsv");

    /// <summary>A Khmer label of at least so many signs is found behind other words too.</summary>
    private const int LongestGlued = 7;

    private const double GluedLabel = 0.95;

    private static readonly int Longest = Labels.Terms.Max(term => term.Text.Length) + 4;

    /// <summary>Labels from left to right, none overlapping.</summary>
    public static ImmutableArray<LabelHit> Find(InkText line)
    {
        var text = line.Text;
        var hits = new List<LabelHit>();
        var from = 0;
        for (var colon = NextColon(text, from); colon >= 0; colon = NextColon(text, colon + 1))
        {
            AddBare(text, from, colon, hits);
            from = Math.Max(from, hits.Count > 0 ? hits[^1].ValueStart : 0);
            if (BeforeColon(text, from, colon) is { } hit)
                hits.Add(hit);
            from = colon + 1;
        }

        AddBare(text, from, text.Length, hits);
        return [.. hits.OrderBy(hit => hit.Start)];
    }

    private static int NextColon(string text, int from)
    {
        for (var index = from; index < text.Length; index++)
        {
            if (IsColon(text, index))
                return index;
        }

        return -1;
    }

    /// <summary>The sign ៈ, at the end of a word, is a colon in print; inside of one (រយៈពេល) it is a letter.</summary>
    private static bool IsColon(string text, int index) =>
        text[index] is ':' or '៖' or '：' || (text[index] == '\u17C8' && (index + 1 == text.Length || char.IsWhiteSpace(text[index + 1])));

    /// <summary>The best label that ends at a colon: longer ones win over their own ends.</summary>
    private static LabelHit? BeforeColon(string text, int from, int colon)
    {
        LabelHit? best = null;
        var bestScore = 0.0;
        for (var start = Math.Max(from, colon - Longest); start < colon; start++)
        {
            if (char.IsWhiteSpace(text[start]))
                continue;
            var begins = BeginsWord(text, start);
            var key = TermKey.Of(text[start..colon]);
            foreach (var label in Labels.Terms)
            {
                // Khmer sets no space between words: inside a run of letters only the very word counts.
                var similarity = begins ? TermTable.Similarity(key, label.Key) : key == label.Key && key.Length >= LongestGlued && Layout.Scripts.IsKhmerLetter(key[0]) ? GluedLabel : 0;
                var score = similarity + (0.01 * label.Key.Length);
                if (similarity > 0 && score > bestScore)
                    (best, bestScore) = (new(label.Code, start, colon + 1, similarity), score);
            }
        }

        return best;
    }

    /// <summary>Labels without a colon: the very word, at the head of the line or after a wide gap, followed by a space.</summary>
    private static void AddBare(string text, int from, int to, List<LabelHit> hits)
    {
        for (var start = from; start < to; start++)
        {
            if (char.IsWhiteSpace(text[start]) || !BeginsWord(text, start) || !MayStandBare(text, start))
                continue;
            var label = Labels.Terms.Where(term => term.Code is not "other" || term.Text.Length > 4)
                .Where(term => start + term.Text.Length <= to && EndsWord(text, start + term.Text.Length, term)
                    && string.Compare(text, start, term.Text, 0, term.Text.Length, StringComparison.OrdinalIgnoreCase) == 0)
                .MaxBy(term => term.Text.Length);
            if (label is null)
                continue;
            hits.Add(new(label.Code, start, start + label.Text.Length, 0.95));
            start += label.Text.Length - 1;
        }
    }

    private static bool MayStandBare(string text, int start) =>
        start == 0 || Layout.Scripts.IsKhmerLetter(text[start]) || text[..start].TrimEnd() is { } before && (before.Length == 0 || before[^1] is ',' or ';' or '|' || start - before.Length >= 2);

    private static bool BeginsWord(string text, int start) =>
        start == 0 || char.IsWhiteSpace(text[start - 1]) || char.IsPunctuation(text[start - 1])
        || (Layout.Scripts.IsKhmerLetter(text[start]) != Layout.Scripts.IsKhmerLetter(text[start - 1]) && !char.IsLetter(text[start - 1]));

    private static bool EndsWord(string text, int end, PrintedTerm term) =>
        end >= text.Length || char.IsWhiteSpace(text[end]) || char.IsDigit(text[end]) || text[end] is '.' or ':' or '៖' or ','
        || (Layout.Scripts.IsKhmerLetter(term.Text[^1]) && !Layout.Scripts.IsKhmerLetter(text[end]));
}
