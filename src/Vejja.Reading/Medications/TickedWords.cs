using System.Collections.Immutable;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>Words with boxes before them: only those behind a ticked box are said.</summary>
/// <param name="Text">The words that are said.</param>
/// <param name="Confidence">Probability that the boxes were read right; 1 where there are none.</param>
internal sealed record TickedWords(InkText Text, double Confidence)
{
    private const string Empty = "☐□▢";

    private const string Ticked = "☑☒✓✔☓🗹";

    /// <summary>A tick is a few pixels in a box.</summary>
    private const double Boxes = 0.75;

    /// <summary>The text without what stands behind empty boxes.</summary>
    public static TickedWords Of(InkText text)
    {
        var signs = text.Text.Select((sign, index) => (sign, index)).Where(pair => Empty.Contains(pair.sign) || Ticked.Contains(pair.sign)).ToImmutableArray();
        if (signs.IsEmpty)
            return new(text, 1);
        var kept = text.Slice(0, signs[0].index);
        for (var i = 0; i < signs.Length; i++)
        {
            var from = signs[i].index + 1;
            var part = text.Slice(from, (i + 1 < signs.Length ? signs[i + 1].index : text.Text.Length) - from);
            if (Empty.Contains(signs[i].sign))
                part = part.Text.IndexOf('\n', StringComparison.Ordinal) is var feed and >= 0 ? part.Slice(feed) : part.Slice(part.Text.Length);
            kept = kept.With(part);
        }

        return new(kept.Trim(), Boxes);
    }
}
