namespace Vejja.Imaging.Formats;

/// <summary>A file format, known from the first bytes and never from the name.</summary>
internal enum DocumentFormat
{
    Unknown,
    Jpeg,
    Png,
    Tiff,
    WebP,
    Bmp,
    Pdf,
    Heif,
}
