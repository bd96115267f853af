using System.Buffers.Binary;

namespace Vejja.App.Features.Uploads;

/// <summary>
/// Takes place, device and software out of a picture before it is stored, without touching a pixel. The orientation stays: without it the
/// page lies on its side.
/// </summary>
internal static class MetadataRemoval
{
    /// <summary>The same picture without metadata; bytes that are not well formed come back as they are, for the decoder to refuse.</summary>
    public static byte[] Strip(byte[] bytes, string mediaType) => mediaType switch
    {
        "image/jpeg" => JpegMetadata.Strip(bytes),
        "image/png" => StripPng(bytes),
        "image/webp" => StripWebp(bytes),
        "image/heic" => BlankExifBlocks(bytes),
        "image/tiff" => TiffMetadata.BlankPrivateTags(bytes),
        _ => bytes,
    };

    /// <summary>PNG (W3C Recommendation, section 11): critical chunks and those that change how pixels look are kept; eXIf, text and time go.</summary>
    private static byte[] StripPng(byte[] bytes)
    {
        using var output = new MemoryStream(bytes.Length);
        output.Write(bytes.AsSpan(0, 8));
        var at = 8;
        while (at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > (uint)(bytes.Length - at - 12))
                return bytes;
            var type = bytes.AsSpan(at + 4, 4);
            if (!type.SequenceEqual("eXIf"u8) && !type.SequenceEqual("tEXt"u8) && !type.SequenceEqual("zTXt"u8) && !type.SequenceEqual("iTXt"u8) && !type.SequenceEqual("tIME"u8))
                output.Write(bytes.AsSpan(at, (int)length + 12));
            at += (int)length + 12;
        }

        return output.ToArray();
    }

    /// <summary>WebP (RFC 9649): the EXIF and XMP chunks go, and their bits in VP8X.</summary>
    private static byte[] StripWebp(byte[] bytes)
    {
        using var output = new MemoryStream(bytes.Length);
        output.Write(bytes.AsSpan(0, 12));
        var at = 12;
        while (at + 8 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 4));
            if (length > (uint)(bytes.Length - at - 8))
                return bytes;
            var end = (int)Math.Min(at + 8L + length + (length & 1), bytes.Length);
            var type = bytes.AsSpan(at, 4);
            if (!type.SequenceEqual("EXIF"u8) && !type.SequenceEqual("XMP "u8))
            {
                var start = output.Position;
                output.Write(bytes.AsSpan(at, end - at));
                if (type.SequenceEqual("VP8X"u8) && length > 0)
                    output.GetBuffer()[start + 8] &= 0b1111_0011;
            }

            at = end;
        }

        var result = output.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)(result.Length - 8));
        return result;
    }

    /// <summary>HEIF keeps orientation in its own box, so an Exif block may be blanked whole; its length must stay.</summary>
    private static byte[] BlankExifBlocks(byte[] bytes)
    {
        var result = bytes.ToArray();
        for (var at = result.AsSpan().IndexOf("Exif\0\0"u8); at >= 0;)
        {
            var block = result.AsSpan(at + 6);
            if (block.StartsWith("II*\0"u8) || block.StartsWith("MM\0*"u8))
                TiffMetadata.Blank(block);
            var next = result.AsSpan(at + 6).IndexOf("Exif\0\0"u8);
            at = next < 0 ? -1 : at + 6 + next;
        }

        return result;
    }
}
