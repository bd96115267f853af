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

    /// <summary>What a recogniser makes of a box's sides.</summary>
    private static readonly char[] LostBoxes = ['|', '[', ']', '(', ')'];

    /// <summary>A tick is a few pixels in a box.</summary>
    private const double Boxes = 0.75;

    /// <summary>The text without what stands behind empty boxes.</summary>
    public static TickedWords Of(InkText text)
    {
        var signs = text.Text.Select((sign, index) => (sign, index)).Where(pair => Empty.Contains(pair.sign) || Ticked.Contains(pair.sign)).ToImmutableArray();
        if (signs.IsEmpty)
            return new(text, 1);
        var kept = WithoutMeals(text.Slice(0, signs[0].index));
        for (var i = 0; i < signs.Length; i++)
        {
            var from = signs[i].index + 1;
            var part = text.Slice(from, (i + 1 < signs.Length ? signs[i + 1].index : text.Text.Length) - from);
            kept = kept.With(Empty.Contains(signs[i].sign) ? Behind(part) : part);
        }

        return new(kept.Trim(), Boxes);
    }

    /// <summary>What follows the word of an empty box: the next line, or the one after it where the box stands alone and its word begins a line of its own.</summary>
    private static InkText Behind(InkText part)
    {
        var line = part.TrimStart();
        if (part.Text.TrimStart(' ').StartsWith('\n') && !(line.Text is [var first, ..] && char.IsLetter(first)))
            return line;
        return line.Text.IndexOf('\n', StringComparison.Ordinal) is var feed and >= 0 ? line.Slice(feed) : line.Slice(line.Text.Length);
    }

    /// <summary>A meal before the first box has lost its own: beside others with theirs it is not said.</summary>
    private static InkText WithoutMeals(InkText head)
    {
        var from = head.Text.LastIndexOf('\n', head.Text.TrimEnd().Length is var end and > 0 ? end - 1 : 0) + 1;
        var last = head.Slice(from).Trim(LostBoxes);
        return !last.IsBlank && TailReading.Read(last) is { Meal: not null, Unit: null } ? head.Slice(0, from) : head;
    }
}
