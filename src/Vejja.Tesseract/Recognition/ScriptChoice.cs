using System.Collections.Immutable;

namespace Vejja.Tesseract.Recognition;

/// <summary>Takes each word of a line from the engine that knows its script.</summary>
internal static class ScriptChoice
{
    // A Khmer word this sure is Khmer: the Khmer engine turns Latin words into Khmer signs, but is unsure of them.
    private const double SureKhmer = 0.8;

    // Words of which this share lies under another engine's words are the same ink.
    private const double SameInk = 0.4;

    /// <summary>Whether the line needs no second look: sure Khmer words only.</summary>
    public static bool IsWhollyKhmer(ImmutableArray<TesseractWord> words) =>
        words.Length > 0 && words.All(word => word.HasKhmerLetters && word.Confidence >= SureKhmer && !word.Text.Any(char.IsAsciiLetterOrDigit) && !word.Text.Any(IsKhmerDigit));

    /// <summary>Words in reading order, each stretch of ink by one engine.</summary>
    public static ImmutableArray<TesseractWord> Merge(ImmutableArray<TesseractWord> khmer, ImmutableArray<TesseractWord> latin)
    {
        if (khmer.Length == 0 || latin.Length == 0)
            return khmer.Length == 0 ? latin : khmer;
        var taken = khmer.Where(word => word.HasKhmerLetters && IsKhmer(word, latin)).ToList();
        if (taken.Count == 0)
            return latin;
        var merged = taken.Concat(latin.Where(word => !taken.Any(other => Overlap(word, other) > SameInk)));
        return [.. merged.OrderBy(word => word.X1 + word.X2)];
    }

    /// <summary>A word with Khmer letters is Khmer unless the Latin engine is surer of the same ink.</summary>
    private static bool IsKhmer(TesseractWord word, ImmutableArray<TesseractWord> latin)
    {
        var rivals = latin.Where(other => Overlap(other, word) > SameInk).ToList();
        return rivals.Count == 0 || word.Confidence >= rivals.Max(rival => rival.Confidence) - 0.05 || (word.Confidence >= SureKhmer && word.Text.All(KhmerText.IsKhmer));
    }

    private static double Overlap(TesseractWord word, TesseractWord other) =>
        Math.Max(0, Math.Min(word.X2, other.X2) - Math.Max(word.X1, other.X1)) / Math.Max(1e-6, word.X2 - word.X1);

    private static bool IsKhmerDigit(char sign) => sign is >= '០' and <= '៩';
}
