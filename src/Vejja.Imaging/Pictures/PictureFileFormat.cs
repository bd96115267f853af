namespace Vejja.Imaging.Pictures;

/// <summary>Formats that Leptonica writes (<c>imageio.h</c>, <c>IFF_…</c>).</summary>
internal enum PictureFileFormat
{
    Bmp = 1,
    Jpeg = 2,
    Png = 3,
    Tiff = 4,
    WebP = 15,
}
