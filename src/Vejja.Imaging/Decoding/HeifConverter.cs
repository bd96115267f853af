using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.Imaging.Decoding;

/// <summary>Decodes the primary picture of a HEIF file with libheif's <c>heif-convert</c>, which turns and mirrors it as the file asks.</summary>
internal sealed class HeifConverter(DecodeLimits limits)
{
    public PageImage Convert(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var folder = new PrivateFolder();
        var source = folder.File("picture.heic");
        File.WriteAllBytes(source, bytes.Span);
        new BoundedProcess(limits).Run("heif-convert", [source, folder.File("picture.png")], cancellation);
        // Several pictures in one file come out as picture-1.png and so on; the first is the primary one.
        var written = folder.Files("picture*.png").FirstOrDefault();
        using var picture = (written is null ? null : LeptonicaPicture.Decode(File.ReadAllBytes(written)))
            ?? throw new UnreadableDocumentException("damaged-file", "The HEIC picture cannot be decoded.");
        return picture.ToPageImage();
    }
}
