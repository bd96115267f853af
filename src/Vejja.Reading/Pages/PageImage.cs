namespace Vejja.Reading.Pages;

/// <summary>An image in memory, 8-bit RGB, row by row, three bytes a pixel, no padding.</summary>
public sealed class PageImage
{
    private byte[]? gray;

    /// <summary>Takes over the pixels without copying.</summary>
    /// <param name="width">Pixels, at least 1.</param>
    /// <param name="height">Pixels, at least 1.</param>
    /// <param name="rgb">Exactly 3 · width · height bytes.</param>
    /// <exception cref="ArgumentException">The length does not fit the size.</exception>
    public PageImage(int width, int height, byte[] rgb)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(rgb);
        if (rgb.LongLength != 3L * width * height)
            throw new ArgumentException($"{rgb.LongLength} bytes do not make {width} × {height} RGB pixels.", nameof(rgb));
        (Width, Height, Rgb) = (width, height, rgb);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>The pixels: R, G, B. Shared, not to be written to.</summary>
    public byte[] Rgb { get; }

    /// <summary>Luma (ITU-R BT.601), one byte a pixel; computed on first use. Shared, not to be written to.</summary>
    public byte[] Gray => gray ??= ToGray(Rgb);

    /// <summary>The same picture, light and dark exchanged.</summary>
    public PageImage InsideOut() => new(Width, Height, Array.ConvertAll(Rgb, level => (byte)(255 - level)));

    /// <summary>Sums of at most 255,500: nothing to check for overflow in the loop that every picture goes through.</summary>
    private static byte[] ToGray(byte[] rgb)
    {
        var luma = new byte[rgb.Length / 3];
        unchecked
        {
            for (int i = 0, j = 0; i < luma.Length && j + 2 < rgb.Length; i++, j += 3)
                luma[i] = (byte)(((uint)((299 * rgb[j]) + (587 * rgb[j + 1]) + (114 * rgb[j + 2])) + 500) / 1000);
        }

        return luma;
    }
}
