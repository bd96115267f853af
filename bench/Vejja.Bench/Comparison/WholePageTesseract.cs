using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Vejja.Bench.Pictures;
using Vejja.Domain.Geometry;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Comparison;

/// <summary>
/// Tesseract as most people use it: the whole page at once, with all three languages. Where our reader asks for the text of a crop it gets the
/// words that Tesseract saw there, so that tables, fields and medicines are made of them by the same stages. One page at a time: crops are cut from
/// a picture without rules, so they are known by their place on the page of that size that was detected last.
/// </summary>
internal sealed class WholePageTesseract(ILineCropper cropper) : ITextDetector, ILineCropper, ILineRecognizer
{
    private readonly ConditionalWeakTable<PageImage, Place> places = [];
    private readonly Dictionary<(int Width, int Height), ImmutableArray<PageWord>> pages = [];

    /// <inheritdoc/>
    public ImmutableArray<DetectedLine> Detect(PageImage page, CancellationToken cancellation)
    {
        var words = pages[(page.Width, page.Height)] = Read(page);
        return [.. words.GroupBy(word => word.Line).Select(line => new DetectedLine(Polygon.From(line.Select(word => word.Box).Aggregate((a, b) => a.Union(b))), line.Average(word => word.Confidence)))];
    }

    /// <inheritdoc/>
    public PageImage Crop(PageImage page, Polygon polygon, double margin)
    {
        var crop = cropper.Crop(page, polygon, margin);
        places.AddOrUpdate(crop, new(polygon.Bounds, pages[(page.Width, page.Height)]));
        return crop;
    }

    /// <inheritdoc/>
    public LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation)
    {
        if (!places.TryGetValue(crop, out var place))
            return LineReading.Nothing("tesseract-page");
        var words = place.Words.Where(word => place.Box.Inflate(2).Contains(word.Box.Centre)).OrderBy(word => word.Box.X1).ToArray();
        if (words.Length == 0)
            return LineReading.Nothing("tesseract-page");
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>();
        for (var i = 0; i < words.Length; i++)
        {
            double Share(double x) => Math.Clamp((x - place.Box.X1) / Math.Max(1, place.Box.Width), 0, 1);
            if (i > 0)
                symbols.Add(new(" ", words[i].Confidence, Share(words[i - 1].Box.X2), Share(words[i].Box.X1)));
            // Tesseract's TSV gives a word's confidence, not its signs': each has the word's.
            var signs = words[i].Text.EnumerateRunes().ToArray();
            for (var k = 0; k < signs.Length; k++)
                symbols.Add(new(signs[k].ToString(), words[i].Confidence, Share(words[i].Box.X1 + (words[i].Box.Width * k / signs.Length)), Share(words[i].Box.X1 + (words[i].Box.Width * (k + 1) / signs.Length))));
        }

        return new(string.Concat(symbols.Select(symbol => symbol.Text)), words.Min(word => word.Confidence), symbols.ToImmutable(), "tesseract-page");
    }

    private static ImmutableArray<PageWord> Read(PageImage page)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".png");
        File.WriteAllBytes(file, Codec.Png(page));
        try
        {
            var start = new ProcessStartInfo("tesseract") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
            foreach (var argument in new[] { file, "-", "-l", "khm+fra+eng", "--psm", "3", "tsv" })
                start.ArgumentList.Add(argument);
            start.Environment["OMP_THREAD_LIMIT"] = "2";
            using var process = Process.Start(start) ?? throw new InvalidOperationException("tesseract did not start.");
            _ = process.StandardError.ReadToEndAsync();
            var tsv = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? [.. PageText.Words(tsv)] : throw new InvalidOperationException($"tesseract ended with {process.ExitCode}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed record Place(Box Box, ImmutableArray<PageWord> Words);
}
