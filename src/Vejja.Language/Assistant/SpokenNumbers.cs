using System.Collections.Immutable;

namespace Vejja.Language.Assistant;

/// <summary>Numbers in words, so that none slips past a comparison of digits.</summary>
internal static class SpokenNumbers
{
    private static readonly ImmutableArray<(string Word, int Value)> Latin =
    [
        ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("twelve", 12), ("twice", 2), ("thrice", 3), ("once", 1),
        ("twenty", 20), ("thirty", 30), ("hundred", 100), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10),
        ("douze", 12), ("quinze", 15), ("vingt", 20), ("trente", 30), ("cent", 100),
    ];

    // ពីរ two, បី three, បួន four, ប្រាំ five (and, joined, six to nine), ដប់ ten, ម្ភៃ twenty, សាមសិប thirty.
    private static readonly ImmutableArray<(string Word, int Value)> Khmer =
        [("ពីរ", 2), ("បី", 3), ("បួន", 4), ("ប្រាំ", 5), ("ដប់", 10), ("ម្ភៃ", 20), ("សាមសិប", 30)];

    /// <summary>The numbers said in words.</summary>
    /// <param name="key">A text's key.</param>
    public static HashSet<int> Of(string key) =>
    [
        .. Latin.Where(number => key.Contains($" {number.Word} ", StringComparison.Ordinal)).Select(number => number.Value),
        .. Khmer.Where(number => key.Contains(number.Word, StringComparison.Ordinal)).Select(number => number.Value),
    ];
}
