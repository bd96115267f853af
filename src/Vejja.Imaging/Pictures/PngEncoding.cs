using Vejja.Reading.Pages;

namespace Vejja.Imaging.Pictures;

/// <summary>Writes pictures as PNG files, for overlays and reports.</summary>
public static class PngEncoding
{
    /// <summary>Encodes 8-bit RGB without loss.</summary>
    /// <param name="image">The picture.</param>
    /// <returns>A whole PNG file.</returns>
    public static byte[] Encode(PageImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var picture = LeptonicaPicture.From(image);
        return picture.Encode(PictureFileFormat.Png);
    }
}
