using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Vejja.App.Tests.Hostile;

/// <summary>Pictures that lie about themselves, and small files that would become huge.</summary>
internal static class HostilePictures
{
    /// <summary>A decoder must never be reached with them unbounded, and metadata removal must not fail.</summary>
    public static IEnumerable<byte[]> Lying() =>
    [
        [0xFF, 0xD8, 0xFF],
        [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF],
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 0],
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 14, .. "Exif\0\0MM\0*"u8, 0xFF, 0xFF, 0xFF, 0xFF],
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0xFF, 0xFF, 0xFF, .. "IHDR"u8],
        [.. "RIFF"u8, 255, 255, 255, 255, .. "WEBPVP8X"u8, 255, 255, 255, 255],
        [.. "II*\0"u8, 255, 255, 255, 127],
        [.. "MM\0*"u8, 0, 0, 0, 8, 255, 255],
        [0, 0, 0, 24, .. "ftypheic"u8, .. "Exif\0\0II*\0"u8, 255, 255, 255, 255],
        .. Bombs().Select(bomb => bomb.Bytes),
    ];

    /// <summary>By name.</summary>
    public static IEnumerable<(string Name, byte[] Bytes)> Bombs() =>
    [
        ("pixels.png", Png(60_000, 60_000, 10_000_000)),
        ("pixel.png", Png(1, 1, 4)),
        ("rows.png", Png(1, 2_000_000_000, 100_000)),
        ("pixels.jpg", [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xDC, 0xFF, 0xDC, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xFF, 0xD9]),
        ("exif.jpg", ExifLoop()),
        ("segments.jpg", [0xFF, 0xD8, .. Enumerable.Repeat<byte[]>([0xFF, 0xE1, 0xFF, 0xFF, .. "Exif\0\0"u8, .. new byte[0xFFFF - 8]], 60).SelectMany(segment => segment)]),
        ("loop.tif", TiffLoop()),
        ("strips.tif", Tiff((256, 50_000), (257, 50_000), (258, 8), (259, 1), (262, 1), (273, 8), (278, 50_000), (279, 0xFFFFFFF0))),
        ("canvas.webp", [.. "RIFF"u8, 30, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFE, 0xFF, 0xFF, 0xFE, 0xFF, 0xFF, 0, 0, 0, 0]),
        ("damaged.pdf", "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R 1 0 R]/Count 999999999>>endobj\ntrailer<</Root 1 0 R/Size 9999999>>"u8.ToArray()),
        ("stream.pdf", PdfBomb()),
        ("damaged.heic", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "meta"u8, 0, 0, 0, 0]),
    ];

    /// <summary>A header of so many pixels over a stream of zeros of so many bytes.</summary>
    private static byte[] Png(int width, int height, int zeros)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", Deflated(zeros)), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), Crc32(named));
        return chunk;
    }

    /// <summary>ISO 3309, as PNG wants it.</summary>
    private static uint Crc32(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320u);
        }

        return ~crc;
    }

    private static byte[] Deflated(int zeros)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize))
            deflate.Write(new byte[zeros]);
        return packed.ToArray();
    }

    /// <summary>A directory whose next directory is itself, with an entry of four milliard values.</summary>
    private static byte[] ExifLoop() =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0xFF, 0xD9,
    ];

    private static byte[] TiffLoop()
    {
        var file = Tiff((256, 10), (257, 10));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 4), 8);
        return file;
    }

    /// <summary>One directory of long values.</summary>
    private static byte[] Tiff(params (ushort Tag, uint Value)[] entries)
    {
        var file = new byte[8 + 2 + (12 * entries.Length) + 4];
        "II*\0"u8.CopyTo(file);
        file[4] = 8;
        file[8] = (byte)entries.Length;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = file.AsSpan(10 + (12 * i));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, entries[i].Tag);
            entry[2] = 4;
            entry[4] = 1;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], entries[i].Value);
        }

        return file;
    }

    /// <summary>A page's content that unpacks to a hundred million bytes, twice packed, and no page tree to reach it by.</summary>
    private static byte[] PdfBomb()
    {
        var content = Deflated(100_000_000);
        var head = string.Create(CultureInfo.InvariantCulture, $"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n4 0 obj<</Length {content.Length}/Filter[/FlateDecode/FlateDecode]>>stream\n");
        return [.. Encoding.ASCII.GetBytes(head), .. content, .. "\nendstream endobj\ntrailer<</Root 1 0 R/Size 5>>"u8];
    }
}
