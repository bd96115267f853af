using Vejja.Imaging.Interop;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Pictures;

/// <summary>A picture held by Leptonica, and the ways in and out.</summary>
internal sealed class LeptonicaPicture : IDisposable
{
    private readonly PixHandle pix;

    // Leptonica prints what it thinks of broken files on stderr, which belongs to the command line.
    static LeptonicaPicture() => _ = Leptonica.setMsgSeverity(Leptonica.SeverityNone);

    private LeptonicaPicture(PixHandle pix)
    {
        this.pix = pix;
        _ = Leptonica.pixGetDimensions(pix, out var width, out var height, out _);
        (Width, Height) = (width, height);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>Decodes JPEG, PNG, WebP or BMP; null where Leptonica cannot.</summary>
    public static unsafe LeptonicaPicture? Decode(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
            return Own(Leptonica.pixReadMem(data, (nuint)bytes.Length));
    }

    /// <summary>Decodes one page of a TIFF file, counted from 0; null where Leptonica cannot.</summary>
    public static unsafe LeptonicaPicture? DecodeTiff(ReadOnlySpan<byte> bytes, int page)
    {
        fixed (byte* data = bytes)
            return Own(Leptonica.pixReadMemTiff(data, (nuint)bytes.Length, page));
    }

    /// <summary>A one-bit picture of ink.</summary>
    public static unsafe LeptonicaPicture From(InkMap ink)
    {
        var pix = Created(ink.Width, ink.Height, 1);
        uint* data = Leptonica.pixGetData(pix);
        int wordsPerRow = Leptonica.pixGetWpl(pix);
        for (int y = 0, i = 0; y < ink.Height; y++)
        {
            uint* row = data + ((nint)y * wordsPerRow);
            for (int x = 0; x < ink.Width; x++, i++)
            {
                // Leptonica packs bits from the most significant end of native words.
                if (ink.Pixels[i] != 0)
                    row[x >> 5] |= 0x80000000u >> (x & 31);
            }
        }

        return new LeptonicaPicture(pix);
    }

    /// <summary>A 32-bit picture of a page.</summary>
    public static unsafe LeptonicaPicture From(PageImage image)
    {
        var pix = Created(image.Width, image.Height, 32);
        uint* data = Leptonica.pixGetData(pix);
        int wordsPerRow = Leptonica.pixGetWpl(pix);
        for (int y = 0, i = 0; y < image.Height; y++)
        {
            uint* row = data + ((nint)y * wordsPerRow);
            for (int x = 0; x < image.Width; x++, i += 3)
                row[x] = ((uint)image.Rgb[i] << 24) | ((uint)image.Rgb[i + 1] << 16) | ((uint)image.Rgb[i + 2] << 8) | 0xFF;
        }

        return new LeptonicaPicture(pix);
    }

    /// <summary>The pixels as RGB, transparent ones over white.</summary>
    public unsafe PageImage ToPageImage()
    {
        using var opaque = Leptonica.pixRemoveAlpha(pix);
        using var rgb = Leptonica.pixConvertTo32(opaque.IsInvalid ? pix : opaque);
        if (rgb.IsInvalid)
            throw new UnreadableDocumentException("damaged-file", "The picture's pixels cannot be converted.");
        uint* data = Leptonica.pixGetData(rgb);
        int wordsPerRow = Leptonica.pixGetWpl(rgb);
        var pixels = new byte[3 * Width * Height];
        for (int y = 0, i = 0; y < Height; y++)
        {
            uint* row = data + ((nint)y * wordsPerRow);
            for (int x = 0; x < Width; x++, i += 3)
            {
                uint word = row[x];
                pixels[i] = (byte)(word >> 24);
                pixels[i + 1] = (byte)((word >> 16) & 0xFF);
                pixels[i + 2] = (byte)((word >> 8) & 0xFF);
            }
        }

        return new PageImage(Width, Height, pixels);
    }

    /// <summary>The angle of the text lines in degrees, positive where they rise to the right, with Leptonica's ratio of scores as confidence (above about 3 is sure).</summary>
    /// <remarks>Leptonica, <c>skew.c</c>: the sum of squared differences of row sums peaks where rows and text lines agree.</remarks>
    public (double Degrees, double Confidence) FindSkew(double rangeDegrees)
    {
        const int sweepReduction = 4, searchReduction = 2;
        const float sweepStep = 0.5f, smallestStep = 0.02f;
        return Leptonica.pixFindSkewSweepAndSearchScore(
            pix, out float angle, out float confidence, out _, sweepReduction, searchReduction, 0, (float)rangeDegrees, sweepStep, smallestStep) == 0
            ? (angle, confidence)
            : (0, 0);
    }

    /// <summary>The picture as a file.</summary>
    public unsafe byte[] Encode(PictureFileFormat format)
    {
        if (Leptonica.pixWriteMem(out byte* data, out nuint size, pix, (int)format) != 0)
            throw new InvalidOperationException($"Leptonica could not write a {format} file.");
        try
        {
            return new ReadOnlySpan<byte>(data, checked((int)size)).ToArray();
        }
        finally
        {
            Leptonica.lept_free(data);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pix.Dispose();

    private static LeptonicaPicture? Own(PixHandle pix)
    {
        if (!pix.IsInvalid)
            return new LeptonicaPicture(pix);
        pix.Dispose();
        return null;
    }

    private static PixHandle Created(int width, int height, int depth)
    {
        var pix = Leptonica.pixCreate(width, height, depth);
        return pix.IsInvalid ? throw new InvalidOperationException($"Leptonica could not make a picture of {width} × {height} pixels.") : pix;
    }
}
