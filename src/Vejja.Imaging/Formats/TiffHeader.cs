using System.Collections.Immutable;

namespace Vejja.Imaging.Formats;

/// <summary>Walks the directories of a TIFF file (TIFF 6.0, section 2), one a page.</summary>
internal static class TiffHeader
{
    private const int WidthTag = 256, HeightTag = 257, ShortType = 3;

    /// <summary>Reads at most one page more than allowed, so that a chain that loops ends and too many pages are seen.</summary>
    public static DocumentHeader? Read(ReadOnlySpan<byte> bytes, int maximumPages)
    {
        if (TiffBytes.Open(bytes) is not { } reader)
            return null;
        var pages = ImmutableArray.CreateBuilder<PictureSize>();
        var next = reader.FirstDirectory(bytes);
        while (next is > 0 and var directory && pages.Count <= maximumPages)
        {
            if (reader.UInt16(bytes, directory) is not { } count)
                return null;
            pages.Add(new(Value(bytes, reader, directory, count, WidthTag), Value(bytes, reader, directory, count, HeightTag)));
            next = reader.UInt32(bytes, directory + 2 + (12L * count));
        }

        return pages.Count == 0 || pages.Any(page => page.Pixels == 0) ? null : new DocumentHeader(DocumentFormat.Tiff, pages.ToImmutable());
    }

    private static long Value(ReadOnlySpan<byte> bytes, TiffBytes reader, long directory, int count, int tag)
    {
        for (int i = 0; i < count; i++)
        {
            long entry = directory + 2 + (12L * i);
            if (reader.UInt16(bytes, entry) == tag)
                return (reader.UInt16(bytes, entry + 2) == ShortType ? reader.UInt16(bytes, entry + 8) : reader.UInt32(bytes, entry + 8)) ?? 0;
        }

        return 0;
    }
}
