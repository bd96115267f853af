using Vejja.Bench.Pictures.Interop;
using Vejja.Reading.Pages;

namespace Vejja.Bench.Pictures;

/// <summary>Opens and writes pictures.</summary>
internal static class Codec
{
    /// <summary>Opens a picture of any format that Leptonica knows.</summary>
    /// <exception cref="InvalidDataException">The bytes are no picture.</exception>
    public static unsafe PageImage Open(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
        {
            using var stored = Leptonica.pixReadMem(data, (nuint)bytes.Length);
            if (stored.IsInvalid)
                throw new InvalidDataException("The bytes are no picture.");
            using var pix = Leptonica.pixConvertTo32(stored);
            _ = Leptonica.pixGetDimensions(pix, out var width, out var height, out _);
            var rgb = GC.AllocateUninitializedArray<byte>(3 * width * height);
            var words = Leptonica.pixGetData(pix);
            var wordsPerLine = Leptonica.pixGetWpl(pix);
            for (int y = 0, at = 0; y < height; y++)
            {
                var line = words + ((long)y * wordsPerLine);
                for (var x = 0; x < width; x++, at += 3)
                {
                    var word = line[x];
                    unchecked
                    {
                        (rgb[at], rgb[at + 1], rgb[at + 2]) = ((byte)(word >> 24), (byte)(word >> 16), (byte)(word >> 8));
                    }
                }
            }

            return new PageImage(width, height, rgb);
        }
    }

    /// <summary>A baseline JPEG.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="quality">1 to 100.</param>
    public static unsafe byte[] Jpeg(PageImage image, int quality)
    {
        using var pix = ToPix(image);
        return Leptonica.pixWriteMemJpeg(out var data, out var size, pix, quality, 0) == 0 ? Take(data, size) : throw new InvalidOperationException("Leptonica wrote no JPEG.");
    }

    /// <summary>A PNG.</summary>
    public static unsafe byte[] Png(PageImage image)
    {
        using var pix = ToPix(image);
        return Leptonica.pixWriteMemPng(out var data, out var size, pix, 0) == 0 ? Take(data, size) : throw new InvalidOperationException("Leptonica wrote no PNG.");
    }

    private static unsafe byte[] Take(byte* data, nuint size)
    {
        var bytes = new ReadOnlySpan<byte>(data, checked((int)size)).ToArray();
        Leptonica.lept_free(data);
        return bytes;
    }

    private static unsafe PixHandle ToPix(PageImage image)
    {
        var pix = Leptonica.pixCreate(image.Width, image.Height, 32);
        if (pix.IsInvalid)
            throw new InvalidOperationException("Leptonica made no picture of this size.");
        var words = Leptonica.pixGetData(pix);
        var wordsPerLine = Leptonica.pixGetWpl(pix);
        for (int y = 0, at = 0; y < image.Height; y++)
        {
            var line = words + ((long)y * wordsPerLine);
            for (var x = 0; x < image.Width; x++, at += 3)
                line[x] = ((uint)image.Rgb[at] << 24) | ((uint)image.Rgb[at + 1] << 16) | ((uint)image.Rgb[at + 2] << 8) | 255u;
        }

        return pix;
    }
}
