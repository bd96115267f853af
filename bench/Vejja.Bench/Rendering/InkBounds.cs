using Vejja.Bench.Browser;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Rendering;

/// <summary>
/// Where the ink of each word really ends. The browser tells the bounds of a font's control points, which lie up to five pixels outside of curved
/// strokes and miss some feet of Khmer clusters; a picture of the text alone, without rules, stamps and colours, tells the ink. Each blob of ink
/// belongs to the word whose box holds most of it.
/// </summary>
internal static class InkBounds
{
    /// <summary>How far a word's blob may reach beyond the box that the browser told, CSS pixels; what reaches further joins several words.</summary>
    private const double Reach = 7;

    /// <summary>The page with every word's box, and with it every line's, drawn close to its ink.</summary>
    /// <param name="page">As the browser says.</param>
    /// <param name="text">The picture of its text alone, black on white.</param>
    /// <param name="scale">Pixels of the picture per CSS pixel.</param>
    public static RenderedPage Tighten(RenderedPage page, PageImage text, double scale)
    {
        var told = page.Lines.SelectMany(line => line.Words).Select(word => Times(word.Box, scale)).ToArray();
        var found = new RenderedBox?[told.Length];
        foreach (var blob in InkBlob.Of(text))
            Give(blob, told, found, Reach * scale);
        var next = 0;
        return page with { Lines = [.. page.Lines.Select(line => Rebuilt(line, [.. line.Words.Select(word => found[next++] is { } ink ? Times(ink, 1 / scale) : word.Box)]))] };
    }

    private static void Give(InkBlob blob, RenderedBox[] told, RenderedBox?[] found, double reach)
    {
        void Extend(int word, RenderedBox ink) => found[word] = found[word] is { } before ? Union(before, ink) : ink;
        var best = Enumerable.Range(0, told.Length).Select(word => (Word: word, Shared: Area(Common(told[word], blob.Box)), Away: Away(told[word], blob.Box)))
            .Where(candidate => candidate.Away <= reach).OrderByDescending(candidate => candidate.Shared).ThenBy(candidate => candidate.Away).ToArray();
        if (best.Length == 0)
            return;
        if (IsWithin(blob.Box, told[best[0].Word], reach))
        {
            Extend(best[0].Word, blob.Box);
            return;
        }

        foreach (var (word, shared, _) in best.Where(candidate => candidate.Shared > 0))
        {
            foreach (var run in blob.Runs.Select(run => Common(run, told[word])).Where(run => Area(run) > 0))
                Extend(word, run);
        }
    }

    private static RenderedLine Rebuilt(RenderedLine line, RenderedBox[] boxes) =>
        line with { Words = [.. line.Words.Zip(boxes, (word, box) => word with { Box = box })], Box = boxes.Aggregate(Union) };

    private static RenderedBox Times(RenderedBox box, double scale) => new(box.X1 * scale, box.Y1 * scale, box.X2 * scale, box.Y2 * scale);

    private static RenderedBox Union(RenderedBox a, RenderedBox b) => new(Math.Min(a.X1, b.X1), Math.Min(a.Y1, b.Y1), Math.Max(a.X2, b.X2), Math.Max(a.Y2, b.Y2));

    private static RenderedBox Common(RenderedBox a, RenderedBox b) => new(Math.Max(a.X1, b.X1), Math.Max(a.Y1, b.Y1), Math.Min(a.X2, b.X2), Math.Min(a.Y2, b.Y2));

    private static double Area(RenderedBox box) => box.X2 <= box.X1 || box.Y2 <= box.Y1 ? 0 : (box.X2 - box.X1) * (box.Y2 - box.Y1);

    /// <summary>The greater of the gaps across and down between two boxes; 0 where they touch.</summary>
    private static double Away(RenderedBox a, RenderedBox b) =>
        Math.Max(Math.Max(0, Math.Max(a.X1 - b.X2, b.X1 - a.X2)), Math.Max(a.Y1 - b.Y2, b.Y1 - a.Y2));

    private static bool IsWithin(RenderedBox inner, RenderedBox outer, double reach) =>
        inner.X1 >= outer.X1 - reach && inner.Y1 >= outer.Y1 - reach && inner.X2 <= outer.X2 + reach && inner.Y2 <= outer.Y2 + reach;
}
