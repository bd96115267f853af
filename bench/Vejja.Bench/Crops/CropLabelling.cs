using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;
using Vejja.Domain.Geometry;

namespace Vejja.Bench.Crops;

/// <summary>Says what stands in a crop, from the words of the truth.</summary>
/// <param name="truth">The truth of a sheet of one page.</param>
internal sealed class CropLabelling(TruthDocument truth)
{
    // A word is inside with nearly all of its area; with more than a trace it is cut, and the crop has no label.
    private const double Inside = 0.85, Trace = 0.12;

    // A crop higher than this many heights of its words shows more than one line.
    private const double HighestLine = 2.4;

    /// <summary>The text of a crop, or null where words are cut through, stand below each other, or ink is no text.</summary>
    /// <param name="outline">The crop in pixels of the original image, from its top-left corner clockwise.</param>
    public string? Read(PagePoint[] outline)
    {
        if (truth.Ignored.Any(ink => Quad.Common(Quad.Corners(ink.Polygon), outline) > Trace * Quad.Area(outline)))
            return null;
        var parts = new List<(string Text, double From, double To)>();
        foreach (var block in truth.Words.GroupBy(word => word.Block))
        {
            var inside = new List<TruthWord>();
            foreach (var word in block)
            {
                var corners = Quad.Corners(word.Polygon);
                var share = Quad.Common(corners, outline) / Math.Max(1, Quad.Area(corners));
                if (share is > Trace and < Inside || (share >= Inside && Height(outline) > HighestLine * Height(corners)))
                    return null;
                if (share >= Inside)
                    inside.Add(word);
            }

            if (inside.Count == 0)
                continue;
            if (Printed(block.Key, inside) is not { } text)
                return null;
            parts.Add((text, inside.Min(word => Along(outline, word.Polygon).From), inside.Max(word => Along(outline, word.Polygon).To)));
        }

        parts.Sort((a, b) => a.From.CompareTo(b.From));
        var areApart = parts.Zip(parts.Skip(1)).All(pair => pair.Second.From > pair.First.To);
        return parts.Count > 0 && areApart ? string.Join(' ', parts.Select(part => part.Text)) : null;
    }

    /// <summary>The stretch of a block's text from the first word to the last, as it is printed.</summary>
    private string? Printed(string block, List<TruthWord> words)
    {
        var text = truth.Prescription.Blocks.First(candidate => candidate.Id == block).Text;
        if (words.Count == truth.Words.Count(word => word.Block == block))
            return text;
        var start = text.IndexOf(words[0].Text, StringComparison.Ordinal);
        var isAlone = start >= 0 && text.IndexOf(words[0].Text, start + 1, StringComparison.Ordinal) < 0;
        var end = start;
        foreach (var word in words)
        {
            var at = end < 0 ? -1 : text.IndexOf(word.Text, end, StringComparison.Ordinal);
            // Between two words that follow each other stands a blank or nothing.
            if (at < 0 || at > end + (end == start ? 0 : 1))
                return null;
            end = at + word.Text.Length;
        }

        return isAlone ? text[start..end] : null;
    }

    /// <summary>Where a word begins and ends along the crop's upper edge, in pixels.</summary>
    private static (double From, double To) Along(PagePoint[] outline, Polygon word)
    {
        double dx = outline[1].X - outline[0].X, dy = outline[1].Y - outline[0].Y, length = Math.Sqrt((dx * dx) + (dy * dy));
        var places = word.Points.Select(point => (((point.X - outline[0].X) * dx) + ((point.Y - outline[0].Y) * dy)) / length).ToArray();
        // Boxes of neighbours may touch.
        var slack = 0.1 * (places.Max() - places.Min());
        return (places.Min() + slack, places.Max() - slack);
    }

    private static double Height(PagePoint[] corners) =>
        Quad.Area(corners) / Math.Max(1, Math.Sqrt(Math.Pow(corners[1].X - corners[0].X, 2) + Math.Pow(corners[1].Y - corners[0].Y, 2)));
}
