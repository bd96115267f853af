using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Vejja.Domain.Documents;

namespace Vejja.Reading.Layout;

/// <summary>
/// The medicines part the sheet: what stands above them is header, what stands below is footer. Without a table the first and the last line with a
/// strength mark their place.
/// </summary>
public sealed partial class RuleBlockClassifier : IBlockClassifier
{
    /// <inheritdoc/>
    public ImmutableArray<BlockType> Classify(PageLayout page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var lines = page.Lines;
        var isMedicine = lines.Any(line => line.InTable)
            ? lines.Select(line => line.InTable).ToArray()
            : [.. lines.Select(line => Strength().IsMatch(line.Text) && !Vitals().IsMatch(line.Text))];
        if (!isMedicine.Contains(true))
            return [.. lines.Select(line => line.Polygon.Bounds.Centre.Y < page.Height / 3.0 ? BlockType.Header : BlockType.Body)];
        var top = lines.Where((_, index) => isMedicine[index]).Min(line => line.Polygon.Bounds.Y1);
        var bottom = lines.Where((_, index) => isMedicine[index]).Max(line => line.Polygon.Bounds.Y2);
        var reach = lines.Any(line => line.InTable) ? 0 : 3 * lines.Average(line => line.Polygon.Bounds.Height);
        return [.. lines.Select(line => TypeOf(line, top, bottom + reach))];
    }

    private static BlockType TypeOf(LaidLine line, double top, double bottom) =>
        line.InTable ? BlockType.Table
        : line.Polygon.Bounds.Centre.Y < top ? BlockType.Header
        : line.Polygon.Bounds.Centre.Y > bottom ? BlockType.Footer
        : BlockType.Body;

    [GeneratedRegex(@"\d\s?(mg|mcg|µg|ug|g|ml|mL|UI|IU|%)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Strength();

    [GeneratedRegex(@"mmHg|/\s?min|°|\bkg\b|\bTA\b|\bBP\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Vitals();
}
