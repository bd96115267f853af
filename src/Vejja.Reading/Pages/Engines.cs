using System.Collections.Immutable;

namespace Vejja.Reading.Pages;

/// <summary>Opens files: bytes to pictures in the orientation that the file asks for (EXIF). The seam to Leptonica, pdftoppm and heif-convert.</summary>
public interface IDocumentDecoder
{
    /// <summary>Decodes every page.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="cancellation">Stops between pages and ends child processes.</param>
    /// <returns>At least one picture.</returns>
    /// <exception cref="UnreadableDocumentException">The bytes are no document that can be read, or exceed a limit.</exception>
    ImmutableArray<PageImage> Decode(ReadOnlyMemory<byte> bytes, CancellationToken cancellation);
}

/// <summary>Makes a picture upright and even, and finds its ink and ruling lines.</summary>
public interface IPageStraightener
{
    /// <summary>Straightens one page.</summary>
    /// <param name="image">The page in the file's own orientation.</param>
    /// <param name="index">The page's position in the document, from 0.</param>
    /// <param name="turn">0, 90, 180 or 270: degrees clockwise that the page was turned by and that are undone.</param>
    /// <param name="skew">Degrees clockwise by which the text of the turned page leans, where its lines have told; null for what rules and ink tell.</param>
    /// <param name="letters">Height of letters in pixels of the picture, where lines have told; null for what all ink tells.</param>
    UprightPage Straighten(PageImage image, int index, int turn = 0, double? skew = null, double? letters = null);

    /// <summary>Degrees clockwise by which lines of text lean, from their ink alone; null where it shows no lines.</summary>
    double? FindLean(InkMap text);

    /// <summary>The typical height of letters in pixels, from the ink of lines alone; null where it shows too few.</summary>
    double? FindLetterHeight(InkMap text);
}

/// <summary>Finds lines of text.</summary>
public interface ITextDetector
{
    /// <summary>Finds lines in no particular order.</summary>
    ImmutableArray<DetectedLine> Detect(PageImage page, CancellationToken cancellation);
}

/// <summary>What the caller knows of a line before it is read.</summary>
public enum LineKind
{
    /// <summary>Nothing is known.</summary>
    Any,

    /// <summary>One line of a table cell: often a lone number, a dash or a short word.</summary>
    Cell,
}

/// <summary>Reads one line of text. Safe to be called by several threads at once.</summary>
public interface ILineRecognizer
{
    /// <summary>Reads a crop.</summary>
    /// <param name="crop">One horizontal line, cut from the upright page at its true size with a little paper around it.</param>
    /// <param name="kind">What the caller knows of it.</param>
    /// <param name="cancellation">Stops before the next crop.</param>
    LineReading Recognize(PageImage crop, LineKind kind, CancellationToken cancellation);
}

/// <summary>Cuts a polygon out of a page as a horizontal picture.</summary>
public interface ILineCropper
{
    /// <summary>Warps the quadrilateral to a rectangle of its mean width and height (bicubic, border replicated), grown by <paramref name="margin"/> pixels on each side.</summary>
    PageImage Crop(PageImage page, Domain.Geometry.Polygon polygon, double margin);
}
