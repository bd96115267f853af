using System.Buffers.Binary;
using System.Diagnostics;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Tests.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Decoding;

public sealed class FormatTests
{
    private static readonly DocumentDecoder Decoder = new(new DecodeLimits());

    /// <summary>Four fields: red, green, blue, grey.</summary>
    private static readonly PageImage Picture = Drawing.Of(96, 64, (x, y) => (x < 48, y < 32) switch
    {
        (true, true) => (220, 30, 30),
        (false, true) => (30, 200, 40),
        (true, false) => (20, 40, 210),
        _ => (120, 120, 120),
    });

    [Theory]
    [InlineData(PictureFileFormat.Bmp, 0)]
    [InlineData(PictureFileFormat.Png, 0)]
    [InlineData(PictureFileFormat.Tiff, 0)]
    [InlineData(PictureFileFormat.Jpeg, 12)]
    [InlineData(PictureFileFormat.WebP, 24)]
    internal void Decode_EachFormat_KeepsSizeAndColours(PictureFileFormat format, int tolerance)
    {
        var page = Assert.Single(Decoder.Decode(Encode(format), TestContext.Current.CancellationToken));
        Assert.Equal((96, 64), (page.Width, page.Height));
        foreach (var (x, y) in new[] { (10, 10), (80, 10), (10, 50), (80, 50) })
        {
            int i = 3 * ((y * 96) + x);
            for (int channel = 0; channel < 3; channel++)
                Assert.InRange(Math.Abs(page.Rgb[i + channel] - Picture.Rgb[i + channel]), 0, tolerance);
        }
    }

    [Theory]
    [InlineData(PictureFileFormat.Jpeg, 0.3)]
    [InlineData(PictureFileFormat.Jpeg, 0.8)]
    [InlineData(PictureFileFormat.Jpeg, 0.99)]
    [InlineData(PictureFileFormat.WebP, 0.6)]
    [InlineData(PictureFileFormat.Tiff, 0.5)]
    [InlineData(PictureFileFormat.Bmp, 0.5)]
    internal void Decode_Truncated_IsDamaged(PictureFileFormat format, double share)
    {
        var whole = Encode(format);
        var refused = Assert.Throws<UnreadableDocumentException>(() => Decoder.Decode(whole.AsMemory(0, (int)(whole.Length * share)), TestContext.Current.CancellationToken));
        Assert.Equal("damaged-file", refused.Code);
    }

    [Fact]
    public void Decode_JpegWithBytesBehindItsEnd_IsRead() =>
        Assert.Single(Decoder.Decode((byte[])[.. Encode(PictureFileFormat.Jpeg), .. "trailer of a camera"u8], TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 2)]
    [InlineData(6, 1)]
    [InlineData(8, 3)]
    public void Decode_JpegWithExif_TurnsBytesAsFiles(int orientation, int cornerOfRed)
    {
        var page = Assert.Single(Decoder.Decode(WithExif(Encode(PictureFileFormat.Jpeg), orientation), TestContext.Current.CancellationToken));
        Assert.Equal(orientation >= 5 ? (64, 96) : (96, 64), (page.Width, page.Height));
        // Corners clockwise from the top left; red stood in the first one of the stored picture.
        (int X, int Y)[] corners = [(4, 4), (page.Width - 5, 4), (page.Width - 5, page.Height - 5), (4, page.Height - 5)];
        int red = Array.FindIndex(corners, corner => page.Rgb[3 * ((corner.Y * page.Width) + corner.X)] > 180);
        Assert.Equal(cornerOfRed, red);
    }

    [Fact]
    public void Decode_TiffOfThreePages_KeepsTheirOrder()
    {
        var pages = Decoder.Decode(GrayTiff([40, 120, 200]), TestContext.Current.CancellationToken);
        Assert.Equal([40, 120, 200], pages.Select(page => (int)page.Gray[0]));
    }

    [Fact]
    public void Decode_TiffOfTooManyPages_IsRefused()
    {
        var refused = Assert.Throws<UnreadableDocumentException>(() => new DocumentDecoder(new DecodeLimits { MaximumPages = 2 }).Decode(GrayTiff([1, 2, 3]), TestContext.Current.CancellationToken));
        Assert.Equal("too-many-pages", refused.Code);
    }

    [Fact]
    public void Decode_PixelsOfAllPages_AreCountedTogether()
    {
        var limits = new DecodeLimits { MaximumPixels = 10_000 };
        Assert.Equal("too-many-pixels", Assert.Throws<UnreadableDocumentException>(() => new DocumentDecoder(limits).Decode(GrayTiff([1, 2, 3], side: 64), TestContext.Current.CancellationToken)).Code);
        Assert.Equal(2, new DocumentDecoder(limits).Decode(GrayTiff([1, 2], side: 64), TestContext.Current.CancellationToken).Length);
    }

    [Fact]
    public void Decode_Heic_IsConverted()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/heif-enc"), "heif-enc is not installed.");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var png = Path.Combine(folder.FullName, "picture.png");
            File.WriteAllBytes(png, PngEncoding.Encode(Picture));
            using var encoder = Process.Start(new ProcessStartInfo("heif-enc", [png, "-o", Path.Combine(folder.FullName, "picture.heic")]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            encoder.WaitForExit();
            Assert.SkipUnless(encoder.ExitCode == 0, "heif-enc has no encoder for HEIC here.");
            var page = Assert.Single(Decoder.Decode(File.ReadAllBytes(Path.Combine(folder.FullName, "picture.heic")), TestContext.Current.CancellationToken));
            Assert.Equal((96, 64), (page.Width, page.Height));
            Assert.InRange(page.Rgb[3 * ((10 * 96) + 10)], 190, 250);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Encode(PictureFileFormat format)
    {
        using var picture = LeptonicaPicture.From(Picture);
        return picture.Encode(format);
    }

    /// <summary>Puts an Exif segment behind a JPEG's first marker.</summary>
    private static byte[] WithExif(byte[] jpeg, int orientation)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        byte[] content = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(content.Length + 2), .. content, .. jpeg[2..]];
    }

    /// <summary>Uncompressed 8-bit grey pages, each of one level.</summary>
    private static byte[] GrayTiff(byte[] levels, int side = 16)
    {
        const int entries = 8;
        int directory = 2 + (entries * 12) + 4, page = directory + (side * side);
        var bytes = new byte[8 + (levels.Length * page)];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 8);
        for (int i = 0; i < levels.Length; i++)
        {
            int at = 8 + (i * page);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), entries);
            // Width, height, bits, no compression, black is zero, strip offset, rows a strip, strip bytes.
            (short Tag, int Value)[] tags = [(256, side), (257, side), (258, 8), (259, 1), (262, 1), (273, at + directory), (278, side), (279, side * side)];
            for (int j = 0; j < entries; j++)
            {
                var entry = bytes.AsSpan(at + 2 + (j * 12));
                BinaryPrimitives.WriteInt16LittleEndian(entry, tags[j].Tag);
                BinaryPrimitives.WriteInt16LittleEndian(entry[2..], 4);
                BinaryPrimitives.WriteInt32LittleEndian(entry[4..], 1);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], tags[j].Value);
            }

            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + directory - 4), i + 1 < levels.Length ? at + page : 0);
            bytes.AsSpan(at + directory, side * side).Fill(levels[i]);
        }

        return bytes;
    }
}
