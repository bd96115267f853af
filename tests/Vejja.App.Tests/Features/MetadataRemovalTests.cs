using System.Buffers.Binary;
using Vejja.App.Features.Uploads;

namespace Vejja.App.Tests.Features;

public sealed class MetadataRemovalTests
{
    private static byte[] Secret => "11.5564N-CAMERA-OF-SOK"u8.ToArray();

    [Fact]
    public void Strip_Jpeg_DropsPlaceKeepsOrientationAndPixels()
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. Secret];
        byte[] scan = [0xFF, 0xDA, 0, 4, 1, 1, 0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0xFF, 0xD9];
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), .. Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secret]), .. Segment(0xED, Secret), .. Segment(0xFE, Secret), .. Segment(0xDB, [1, 2, 3]), .. scan, .. Secret];
        var clean = MetadataRemoval.Strip(jpeg, "image/jpeg");
        Assert.Equal(-1, clean.AsSpan().IndexOf(Secret));
        Assert.True(clean.AsSpan().EndsWith(scan));
        Assert.True(clean.AsSpan().IndexOf("JFIF\0"u8) > 0);
        var exif = clean.AsSpan().IndexOf("Exif\0\0"u8);
        Assert.Equal(6, TiffMetadata.ReadShort(clean.AsSpan(exif + 6), 0x0112));
        Assert.Equal(clean, MetadataRemoval.Strip(clean, "image/jpeg"));
    }

    [Fact]
    public void Strip_Png_DropsTextAndExif()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR"u8, [1, 2, 3]), .. Chunk("tEXt"u8, Secret), .. Chunk("eXIf"u8, Secret), .. Chunk("IDAT"u8, [7, 8]), .. Chunk("IEND"u8, [])];
        var clean = MetadataRemoval.Strip(png, "image/png");
        Assert.Equal(-1, clean.AsSpan().IndexOf(Secret));
        Assert.True(clean.AsSpan().IndexOf("IDAT"u8) > 0 && clean.AsSpan().IndexOf("IEND"u8) > 0);
    }

    [Fact]
    public void Strip_Webp_DropsExifAndMendsTheHeader()
    {
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. Riff("VP8X"u8, [0b0000_1100, 0, 0, 0]), .. Riff("EXIF"u8, Secret), .. Riff("VP8 "u8, [1, 2]), .. Riff("XMP "u8, Secret)];
        var clean = MetadataRemoval.Strip(webp, "image/webp");
        Assert.Equal(-1, clean.AsSpan().IndexOf(Secret));
        Assert.Equal((uint)clean.Length - 8, BinaryPrimitives.ReadUInt32LittleEndian(clean.AsSpan(4)));
        Assert.Equal(0, clean[20] & 0b0000_1100);
    }

    [Fact]
    public void Strip_Heic_BlanksTheExifBlockInPlace()
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x0F, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0, .. Secret];
        byte[] heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "Exif\0\0"u8, .. tiff, 9, 9, 9];
        var clean = MetadataRemoval.Strip(heic, "image/heic");
        Assert.Equal(heic.Length, clean.Length);
        Assert.Equal(-1, clean.AsSpan().IndexOf(Secret));
        Assert.True(clean.AsSpan().EndsWith((ReadOnlySpan<byte>)[9, 9, 9]));
    }

    [Theory]
    [InlineData("image/jpeg")]
    [InlineData("image/png")]
    [InlineData("image/webp")]
    [InlineData("image/tiff")]
    [InlineData("image/heic")]
    public void Strip_AnyBytes_NeverThrows(string mediaType)
    {
        byte[] heads = [0xFF, 0xD8, 0xFF, 0xE1, (byte)'M', (byte)'I', 0, 8, 42, 0x87, 0x69, 0x88, 0x25];
        for (var seed = 0; seed < 3000; seed++)
        {
            var state = unchecked((uint)seed * 2654435761u);
            var bytes = new byte[12 + (seed % 90)];
            for (var i = 0; i < bytes.Length; i++)
            {
                state = unchecked((state * 1664525u) + 1013904223u);
                bytes[i] = (state >> 28) < 8 ? heads[(int)((state >> 20) % (uint)heads.Length)] : unchecked((byte)(state >> 16));
            }

            "Exif\0\0MM\0*"u8[..Math.Min(10, bytes.Length)].CopyTo(bytes);
            if (mediaType == "image/tiff")
                "MM\0*\0\0\0\u0008"u8.CopyTo(bytes);
            Assert.NotNull(MetadataRemoval.Strip(bytes, mediaType));
        }
    }

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content) => [0, 0, 0, (byte)content.Length, .. type, .. content, 0, 0, 0, 0];

    private static byte[] Riff(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content) => [.. type, (byte)content.Length, 0, 0, 0, .. content, .. (content.Length % 2 == 1 ? new byte[1] : [])];
}
