using System.Collections.Immutable;

namespace Vejja.Imaging.Formats;

/// <summary>Width and height as the file's header says them, in pixels.</summary>
internal readonly record struct PictureSize(long Width, long Height)
{
    public long Pixels => Width > 0 && Height > 0 && Width < int.MaxValue && Height < int.MaxValue ? Width * Height : 0;
}

/// <summary>What a file says of itself before anything is decoded.</summary>
/// <param name="Format">The format.</param>
/// <param name="Pages">The size of each picture; empty where only the decoder can tell (PDF).</param>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
/// <param name="IsComplete">Whether the file reaches its own end mark.</param>
internal sealed record DocumentHeader(DocumentFormat Format, ImmutableArray<PictureSize> Pages, int Orientation = ExifOrientation.Upright, bool IsComplete = true)
{
    /// <summary>Reads the header of any known format; null where it is damaged.</summary>
    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes, int maximumPages) => FormatSniffer.Sniff(bytes) switch
    {
        DocumentFormat.Jpeg => JpegHeader.Read(bytes),
        DocumentFormat.Png => PngHeader.Read(bytes),
        DocumentFormat.Tiff => TiffHeader.Read(bytes, maximumPages),
        DocumentFormat.WebP => WebPHeader.Read(bytes),
        DocumentFormat.Bmp => BmpHeader.Read(bytes),
        DocumentFormat.Heif => HeifHeader.Read(bytes),
        DocumentFormat.Pdf => new DocumentHeader(DocumentFormat.Pdf, []),
        _ => new DocumentHeader(DocumentFormat.Unknown, []),
    };
}
