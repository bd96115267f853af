using System.Collections.Immutable;
using System.Globalization;
using Vejja.Imaging.Formats;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Opens JPEG, PNG, TIFF, WebP and BMP in process through Leptonica, PDF and HEIF through bounded child processes.</summary>
/// <param name="limits">Checked against the header first.</param>
public sealed class DocumentDecoder(DecodeLimits limits) : IDocumentDecoder
{
    /// <summary>A page that is thinner cannot be scaled down any further, and holds nothing.</summary>
    private const int ThinnestPixels = 3;

    /// <inheritdoc/>
    public ImmutableArray<PageImage> Decode(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        DocumentFile.Check(bytes.Length, limits);
        var header = DocumentHeader.Read(bytes.Span, limits.MaximumPages)
            ?? throw new UnreadableDocumentException("damaged-file", "The file's header is damaged.");
        Check(header);
        var pages = header.Format switch
        {
            DocumentFormat.Pdf => new PdfRasterizer(limits).Draw(bytes, cancellation),
            DocumentFormat.Heif => [new HeifConverter(limits).Convert(bytes, cancellation)],
            DocumentFormat.Tiff => DecodeTiff(bytes.Span, header, cancellation),
            _ => [DecodePicture(bytes.Span, header)],
        };
        return pages.All(page => Math.Min(page.Width, page.Height) >= ThinnestPixels) ? pages
            : throw new UnreadableDocumentException("damaged-file", "A page is too thin to hold a line of text.");
    }

    private void Check(DocumentHeader header)
    {
        if (header.Format == DocumentFormat.Unknown)
            throw new UnreadableDocumentException("unsupported-format", "The file is no JPEG, PNG, TIFF, WebP, BMP, HEIC or PDF.");
        if (header.Pages.Length > limits.MaximumPages)
            throw TooManyPages(limits);
        if (header.Pages.Any(page => page.Width > limits.MaximumPixels || page.Height > limits.MaximumPixels) || header.Pages.Sum(page => page.Pixels) > limits.MaximumPixels)
            throw new UnreadableDocumentException("too-many-pixels", string.Create(CultureInfo.InvariantCulture, $"The picture has {header.Pages[0].Width:N0} × {header.Pages[0].Height:N0} pixels; at most {limits.MaximumPixels:N0} are read in all."));
        if (!header.IsComplete)
            throw new UnreadableDocumentException("damaged-file", "The file ends before the picture does.");
    }

    /// <summary>The error of a document with too many pages.</summary>
    internal static UnreadableDocumentException TooManyPages(DecodeLimits limits) =>
        new("too-many-pages", string.Create(CultureInfo.InvariantCulture, $"The document has more than {limits.MaximumPages} pages."));

    private static PageImage DecodePicture(ReadOnlySpan<byte> bytes, DocumentHeader header)
    {
        using var picture = LeptonicaPicture.Decode(bytes) ?? throw Damaged();
        return ExifTurn.Apply(picture.ToPageImage(), header.Orientation);
    }

    private static ImmutableArray<PageImage> DecodeTiff(ReadOnlySpan<byte> bytes, DocumentHeader header, CancellationToken cancellation)
    {
        var pages = ImmutableArray.CreateBuilder<PageImage>(header.Pages.Length);
        for (int i = 0; i < header.Pages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Leptonica applies the orientation tag of a TIFF page itself.
            using var picture = LeptonicaPicture.DecodeTiff(bytes, i) ?? throw Damaged();
            pages.Add(picture.ToPageImage());
        }

        return pages.MoveToImmutable();
    }

    private static UnreadableDocumentException Damaged() => new("damaged-file", "The picture is damaged and cannot be decoded.");
}
