using System.Buffers.Binary;

namespace Vejja.Imaging.Formats;

/// <summary>Reads the brand and the largest picture size of a HEIF file (ISO/IEC 23008-12), which the converter then decodes.</summary>
internal static class HeifHeader
{
    // The properties stand in the meta box at the start of the file.
    private const int SearchBytes = 1 << 20;

    public static bool IsBrand(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("heim"u8) || brand.SequenceEqual("heis"u8)
        || brand.SequenceEqual("hevc"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) || brand.SequenceEqual("avif"u8);

    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes)
    {
        PictureSize largest = default;
        var rest = bytes[..Math.Min(bytes.Length, SearchBytes)];
        for (int found = rest.IndexOf("ispe"u8); found >= 0 && rest.Length >= found + 16; found = rest.IndexOf("ispe"u8))
        {
            // Four bytes of version and flags, then width and height.
            var size = new PictureSize(BinaryPrimitives.ReadUInt32BigEndian(rest[(found + 8)..]), BinaryPrimitives.ReadUInt32BigEndian(rest[(found + 12)..]));
            largest = size.Pixels > largest.Pixels ? size : largest;
            rest = rest[(found + 16)..];
        }

        return largest.Pixels == 0 ? null : new DocumentHeader(DocumentFormat.Heif, [largest]);
    }
}
