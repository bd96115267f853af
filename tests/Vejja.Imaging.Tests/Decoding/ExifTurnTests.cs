using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Tests.Pictures;

namespace Vejja.Imaging.Tests.Decoding;

public sealed class ExifTurnTests
{
    // A picture as the photographer saw it: 3 wide, 2 high, six different greys, each a square of two pixels.
    private static readonly byte[] Seen = [10, 50, 90, 130, 170, 210];

    /// <summary>The same picture as a camera stores it with each orientation: rows of greys and their width.</summary>
    public static TheoryData<int, int, byte[]> Stored() => new()
    {
        { 1, 3, [10, 50, 90, 130, 170, 210] },
        { 2, 3, [90, 50, 10, 210, 170, 130] },
        { 3, 3, [210, 170, 130, 90, 50, 10] },
        { 4, 3, [130, 170, 210, 10, 50, 90] },
        { 5, 2, [10, 130, 50, 170, 90, 210] },
        { 6, 2, [90, 210, 50, 170, 10, 130] },
        { 7, 2, [210, 90, 170, 50, 130, 10] },
        { 8, 2, [130, 10, 170, 50, 210, 90] },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Decode_PngWithExifOrientation_IsAsSeen(int orientation, int width, byte[] stored)
    {
        byte Grey(int x, int y) => stored[(y / 2 * width) + (x / 2)];
        var picture = Drawing.Of(2 * width, 2 * stored.Length / width, (x, y) => (Grey(x, y), Grey(x, y), Grey(x, y)));
        var file = WithExif(PngEncoding.Encode(picture), orientation);
        var page = Assert.Single(new DocumentDecoder(new DecodeLimits()).Decode(file, TestContext.Current.CancellationToken));
        Assert.Equal((6, 4), (page.Width, page.Height));
        Assert.Equal(Seen, page.Gray.Where((_, at) => at % 2 == 0 && at / 6 % 2 == 0));
    }

    /// <summary>Puts an eXIf chunk behind the header of a PNG file.</summary>
    private static byte[] WithExif(byte[] png, int orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] typed = [.. "eXIf"u8, .. tiff];
        var checksum = Checksum.Crc32(typed);
        byte[] chunk = [0, 0, 0, (byte)tiff.Length, .. typed, (byte)(checksum >> 24), (byte)((checksum >> 16) & 255), (byte)((checksum >> 8) & 255), (byte)(checksum & 255)];
        const int afterHeader = 8 + 25;
        return [.. png[..afterHeader], .. chunk, .. png[afterHeader..]];
    }
}
