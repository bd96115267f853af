using System.Collections.Immutable;
using System.Globalization;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Draws the pages of a PDF with poppler's <c>pdfinfo</c> and <c>pdftoppm</c>.</summary>
internal sealed class PdfRasterizer(DecodeLimits limits)
{
    private readonly BoundedProcess process = new(limits);

    public ImmutableArray<PageImage> Draw(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var folder = new PrivateFolder();
        var source = folder.File("document.pdf");
        File.WriteAllBytes(source, bytes.Span);
        var count = CountPages(source, cancellation);
        if (count > limits.MaximumPages)
            throw DocumentDecoder.TooManyPages(limits);
        // One page at a time and without compression: packing a page as PNG takes longer than drawing it, and pages that wait would fill the disk.
        ImmutableArray<PageImage> pages = [.. Enumerable.Range(1, count).Select(page => Draw(source, folder, page, cancellation)).OfType<PageImage>()];
        return pages.Length > 0 ? pages : throw new UnreadableDocumentException("damaged-file", "The PDF has no page that can be drawn.");
    }

    private PageImage? Draw(string source, PrivateFolder folder, int page, CancellationToken cancellation)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        process.Run("pdftoppm", ["-f", number, "-l", number, "-singlefile", "-scale-to", limits.PdfLongestSidePixels.ToString(CultureInfo.InvariantCulture), source, folder.File("page")], cancellation);
        var drawn = folder.Files("page*").FirstOrDefault();
        if (drawn is null)
            return null;
        var image = Load(drawn, cancellation);
        File.Delete(drawn);
        return image;
    }

    private int CountPages(string source, CancellationToken cancellation)
    {
        const string label = "Pages:";
        var line = process.Run("pdfinfo", [source], cancellation).Split('\n').FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal));
        return line is not null && int.TryParse(line.AsSpan(label.Length), NumberStyles.Integer | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int pages)
            ? pages
            : throw new UnreadableDocumentException("damaged-file", "The PDF does not say how many pages it has.");
    }

    private static PageImage Load(string file, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var picture = LeptonicaPicture.Decode(File.ReadAllBytes(file))
            ?? throw new UnreadableDocumentException("damaged-file", "A page of the PDF cannot be drawn.");
        return picture.ToPageImage();
    }
}
