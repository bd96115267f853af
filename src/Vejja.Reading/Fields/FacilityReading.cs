using System.Collections.Immutable;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Layout;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Fields;

/// <summary>The facility: the surest line of the letterhead that holds a word such as hospital, clinic, មន្ទីរពេទ្យ.</summary>
internal static class FacilityReading
{
    private static readonly TermTable Words = TermTable.Load("Fields", "facilities.tsv");

    /// <summary>Titles of sheets, and people's places that are no facility.</summary>
    private static readonly ImmutableArray<string> Titles =
        [.. new[] { "ordonnance", "prescription", "វេជ្ជបញ្ជា", "medical certificate", "medicine", "médecine" }.Select(TermKey.Of)];

    public static Reading<string>? Read(ImmutableArray<TextLine> lines) =>
        lines.Where(line => line is { Page: 0, Type: BlockType.Header })
            .Select(line => (Line: line, Similarity: SimilarityOf(line.Text), Name: PersonReading.Name(InkText.Of([line]))))
            .Where(candidate => candidate.Similarity > 0 && candidate.Name is not null && LabelFinding.Find(InkText.Of([candidate.Line])).IsEmpty)
            .OrderByDescending(candidate => candidate.Similarity * candidate.Name!.Confidence)
            .Select(candidate => candidate.Name! with { Confidence = candidate.Similarity * candidate.Name.Confidence })
            .FirstOrDefault();

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
}
