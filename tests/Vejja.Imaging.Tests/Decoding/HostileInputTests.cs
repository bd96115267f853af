using System.Buffers.Binary;
using System.Text;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Tests.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Tests.Decoding;

/// <summary>What people and attackers send instead of a photograph.</summary>
public sealed class HostileInputTests
{
    private static readonly DocumentDecoder Decoder = new(new DecodeLimits());

    public static TheoryData<string, byte[], string> Hostile() => new()
    {
        { "empty", [], "empty-file" },
        { "text renamed", "Take one tablet a day. This is no picture at all."u8.ToArray(), "unsupported-format" },
        { "one byte", [0xFF], "unsupported-format" },
        { "jpeg signature only", [0xFF, 0xD8, 0xFF], "damaged-file" },
        { "png signature only", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "damaged-file" },
        { "png of 50,000 × 50,000", GiantPng(50_000, 50_000), "too-many-pixels" },
        { "png of 2³¹ − 1 squared", GiantPng(0x7FFFFFFE, 0x7FFFFFFE), "too-many-pixels" },
        { "bmp of 60,000 × 60,000", GiantBmp(), "too-many-pixels" },
        { "tiff whose directory names itself", LoopingTiff(), "too-many-pages" },
        { "pdf of nothing", "%PDF-1.7\nnothing follows"u8.ToArray(), "damaged-file" },
        { "heic of nothing", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8], "damaged-file" },
        { "webp of nothing", [.. "RIFF"u8, 4, 0, 0, 0, .. "WEBP"u8], "damaged-file" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Decode_HostileBytes_SaysWhatIsWrong(string what, byte[] bytes, string code)
    {
        var refused = Assert.Throws<UnreadableDocumentException>(() => Decoder.Decode(bytes, TestContext.Current.CancellationToken));
        Assert.True(code == refused.Code, $"{what}: {refused.Code}");
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.6)]
    [InlineData(0.97)]
    public void Decode_TruncatedPng_IsDamaged(double share)
    {
        var whole = PngEncoding.Encode(Drawing.Of(200, 150, (x, y) => ((byte)(x ^ y), (byte)x, (byte)y)));
        var refused = Assert.Throws<UnreadableDocumentException>(() => Decoder.Decode(whole.AsMemory(0, (int)(whole.Length * share)), TestContext.Current.CancellationToken));
        Assert.Equal("damaged-file", refused.Code);
    }

    [Fact]
    public void Decode_PngWithFlippedBytes_IsDamagedOrReadsAsMuch()
    {
        var whole = PngEncoding.Encode(Drawing.Of(64, 64, (x, y) => ((byte)(x * y % 256), (byte)x, (byte)y)));
        for (int i = 33; i < whole.Length; i += 97)
        {
            var broken = (byte[])whole.Clone();
            broken[i] ^= 0x5A;
            var failure = Record.Exception(() => Decoder.Decode(broken, TestContext.Current.CancellationToken));
            Assert.True(failure is null or UnreadableDocumentException, $"byte {i}: {failure}");
        }
    }

    [Fact]
    public void Read_SparseFileOfTwoGigabytes_IsRefusedWithoutReading()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(path))
                stream.SetLength(2L << 30);
            long before = GC.GetAllocatedBytesForCurrentThread();
            var refused = Assert.Throws<UnreadableDocumentException>(() => DocumentFile.Read(path, new DecodeLimits()));
            Assert.Equal("too-large", refused.Code);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Decode_PdfOfTenThousandPages_IsRefusedQuickly()
    {
        var started = TimeProvider.System.GetTimestamp();
        var refused = Assert.Throws<UnreadableDocumentException>(() => Decoder.Decode(Pdf(10_000), TestContext.Current.CancellationToken));
        Assert.Equal("too-many-pages", refused.Code);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public void Decode_PdfOfTwoPages_DrawsBoth()
    {
        var pages = Decoder.Decode(Pdf(2), TestContext.Current.CancellationToken);
        Assert.Equal(2, pages.Length);
        Assert.All(pages, page => Assert.Equal(new DecodeLimits().PdfLongestSidePixels, Math.Max(page.Width, page.Height)));
    }

    [Fact]
    public void Decode_ChildWithoutTime_SaysTimeout()
    {
        var hurried = new BoundedProcess(new DecodeLimits { ChildTimeout = TimeSpan.FromSeconds(1) });
        var refused = Assert.Throws<UnreadableDocumentException>(() => hurried.Run("sleep", ["60"], TestContext.Current.CancellationToken));
        Assert.Equal("timeout", refused.Code);
    }

    [Fact]
    public void Decode_ChildWithoutMemory_IsDamaged()
    {
        var tight = new BoundedProcess(new DecodeLimits { ChildMemoryBytes = 64L << 20 });
        var refused = Assert.Throws<UnreadableDocumentException>(() => tight.Run("head", ["-c", "1G", "/dev/zero", "--bytes=2000000000x"], TestContext.Current.CancellationToken));
        Assert.Equal("damaged-file", refused.Code);
    }

    [Fact]
    public void Decode_MissingProgram_IsOurFault() =>
        Assert.Throws<InvalidOperationException>(() => new BoundedProcess(new DecodeLimits()).Run("no-such-program-as-this", [], TestContext.Current.CancellationToken));

    private static byte[] GiantPng(uint width, uint height)
    {
        var bytes = PngEncoding.Encode(Drawing.Sheet(4, 4));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Checksum.Crc32(bytes[12..29]));
        return bytes;
    }

    private static byte[] GiantBmp()
    {
        var bytes = new byte[60];
        "BM"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(18), 60_000);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(22), -60_000);
        return bytes;
    }

    private static byte[] LoopingTiff()
    {
        // One directory at 8 with width and height 10, followed by itself.
        var bytes = new byte[8 + 2 + 24 + 4];
        "II*\0"u8.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), 8);
        BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(8), 2);
        foreach (var (at, tag) in new[] { (10, (short)256), (22, (short)257) })
        {
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at), tag);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at + 2), 3);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at + 4), 1);
            BinaryPrimitives.WriteInt16LittleEndian(bytes.AsSpan(at + 8), 10);
        }

        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(34), 8);
        return bytes;
    }

    /// <summary>A PDF of empty A4 pages, with a right cross-reference table.</summary>
    private static byte[] Pdf(int pages)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        Add("<< /Type /Catalog /Pages 2 0 R >>");
        Add($"<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(3, pages).Select(number => $"{number} 0 R"))}] >>");
        for (int i = 0; i < pages; i++)
            Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        int table = text.Length;
        text.Append("xref\n0 ").Append(offsets.Count + 1).Append("\n0000000000 65535 f \n");
        foreach (int offset in offsets)
            text.Append(offset.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        text.Append("trailer << /Size ").Append(offsets.Count + 1).Append(" /Root 1 0 R >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());

        void Add(string content)
        {
            offsets.Add(text.Length);
            text.Append(offsets.Count).Append(" 0 obj\n").Append(content).Append("\nendobj\n");
        }
    }
}
