using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Fields;

/// <summary>
/// The facility: a line of the letterhead that holds a word such as hospital, clinic, មន្ទីរពេទ្យ. A letterhead often gives the name in two scripts: the first that is
/// read surely, else the surest; the other stands beside it.
/// </summary>
internal static partial class FacilityReading
{
    private static readonly TermTable Words = TermTable.Load("Fields", "facilities.tsv");

    /// <summary>Titles of sheets, and people's places that are no facility.</summary>
    private static readonly ImmutableArray<string> Titles =
        [.. new[] { "ordonnance", "prescription", "វេជ្ជបញ្ជា", "medical certificate", "medicine", "médecine" }.Select(TermKey.Of)];

    public static Reading<string>? Read(ImmutableArray<TextLine> lines)
    {
        Reading<string>[] names =
        [
            .. lines.Where(line => line is { Page: 0, Type: BlockType.Header })
                .Select(line => (Ink: WithoutEmblem(InkText.Of([line])), Similarity: SimilarityOf(line.Text)))
                .Where(line => line.Similarity > 0 && LabelFinding.Find(line.Ink).IsEmpty)
                .Select(line => PersonReading.Name(line.Ink) is { } name ? name with { Confidence = line.Similarity * name.Confidence } : null)
                .OfType<Reading<string>>(),
        ];
        var chosen = names.FirstOrDefault(name => name.Confidence >= Belief.Sure) ?? names.MaxBy(name => name.Confidence);
        return chosen is null ? null : chosen with { Alternatives = [.. names.Where(name => name.Value != chosen.Value && name.Confidence >= Belief.Sure).Select(name => name.Value)] };
    }

    /// <summary>An emblem before the name is read as a sign or two: <c>6) Santisok Health Center</c>.</summary>
    private static InkText WithoutEmblem(InkText text) => Emblem().Match(text.Text) is { Success: true } emblem ? text.Slice(emblem.Length) : text;

    private static double SimilarityOf(string text)
    {
        var key = TermKey.Of(text);
        if (Titles.Any(title => key.Contains(title, StringComparison.Ordinal)))
            return 0;
        return Words.Terms.Max(word => key.Contains(word.Key, StringComparison.Ordinal) ? 1 : AtHead(key, word.Key));
    }

    /// <summary>Khmer has no spaces: a misread word is looked for at the head of the line only.</summary>
    private static double AtHead(string key, string word) =>
        key.Length < word.Length ? 0 : TermTable.Similarity(key[..word.Length], word);

    [GeneratedRegex(@"^[^\p{L}\p{M}]+(?=[\p{L}\p{M}]{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Emblem();
}
