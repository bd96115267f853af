using System.Collections.Immutable;

namespace Vejja.Tesseract.Recognition;

/// <summary>Takes each word of a line from the engine that knows its script.</summary>
internal static class ScriptChoice
{
    // Certainty of a Khmer line that needs no second look.
    private const double SureKhmer = 0.8;

    // Signs of a word that is Khmer throughout are Khmer above this: the Khmer engine mixes scripts where it reads Latin ink.
    private const double PureKhmer = 0.9;

    // Words are the same ink where this share of the narrower one lies under the other.
    private const double SameInk = 0.4;

    /// <summary>Whether the line needs no second look: sure Khmer words only.</summary>
    public static bool IsWhollyKhmer(ImmutableArray<TesseractWord> words) =>
        words.Length > 0 && words.All(word => word.HasKhmerLetters && word.Certainty >= SureKhmer && !word.Text.Any(char.IsAsciiLetterOrDigit) && !word.Text.Any(IsKhmerDigit));

    /// <summary>Words in reading order, each stretch of ink by one engine.</summary>
    public static ImmutableArray<TesseractWord> Merge(ImmutableArray<TesseractWord> khmer, ImmutableArray<TesseractWord> latin)
    {
        if (khmer.Length == 0 || latin.Length == 0)
            return khmer.Length == 0 ? latin : khmer;
        var merged = ImmutableArray.CreateBuilder<TesseractWord>();
        var between = new List<TesseractWord>();
        double from = double.MinValue;
        var taken = khmer.Where(word => word.HasKhmerLetters && IsKhmer(word, latin)).ToHashSet();
        if (taken.Count == 0)
            return latin;
        var others = latin.Where(word => !taken.Any(other => IsSameInk(word, other))).ToList();
        foreach (var word in khmer)
        {
            if (!taken.Contains(word))
            {
                between.Add(word);
                continue;
            }

            AddBetween(from, Middle(word));
            merged.Add(word);
            from = Middle(word);
        }

        AddBetween(from, double.MaxValue);
        return merged.ToImmutable();

        // What stands between two Khmer words is the Latin engine's; where that one drew it into the letters beside it, the Khmer engine's.
        void AddBetween(double left, double right)
        {
            var seen = others.Where(word => Middle(word) > left && Middle(word) <= right).ToList();
            merged.AddRange(seen.Count > 0 ? seen : between.Where(word => !word.HasKhmerLetters));
            between.Clear();
        }
    }

    private static double Middle(TesseractWord word) => (word.X1 + word.X2) / 2;

    /// <summary>A word with Khmer letters is Khmer unless the Latin engine is surer of the same ink.</summary>
    private static bool IsKhmer(TesseractWord word, ImmutableArray<TesseractWord> latin)
    {
        var rivals = latin.Where(other => IsSameInk(other, word)).ToList();
        return rivals.Count == 0 || word.Certainty >= rivals.Max(rival => rival.Certainty) - 0.05 || (word.SignConfidence >= PureKhmer && word.Text.All(KhmerText.IsKhmer));
    }

    private static bool IsSameInk(TesseractWord word, TesseractWord other) =>
        Math.Min(word.X2, other.X2) - Math.Max(word.X1, other.X1) > SameInk * Math.Min(word.X2 - word.X1, other.X2 - other.X1);

    private static bool IsKhmerDigit(char sign) => sign is >= '០' and <= '៩';
}
