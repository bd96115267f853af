using System.Collections.Immutable;
using Vejja.Reading.Layout;

namespace Vejja.Reading.Confidence;

/// <summary>The texts of a few lines: as the engines agreed on, and as each rival read them.</summary>
internal static class ReadingVariants
{
    /// <summary>The kept text first; then one text for each rank of rivals.</summary>
    public static ImmutableArray<InkText> Of(ImmutableArray<TextLine> lines)
    {
        var ranks = lines.Select(line => line.Reading.Rivals.Length).DefaultIfEmpty(0).Max();
        return [InkText.Of(lines), .. Enumerable.Range(0, ranks).Select(rank => InkText.Of(lines.Select(line =>
            rank < line.Reading.Rivals.Length ? line with { Reading = line.Reading.Rivals[rank] } : line)))];
    }
}
