using System.Globalization;
using System.Text;
using Vejja.Bench.Camera;

namespace Vejja.Bench.Rendering;

/// <summary>A PDF 1.4 whose pages are JPEGs (ISO 32000-1, 7.4.8 DCTDecode), as scanners write them: one point is one pixel at 200 dpi.</summary>
internal static class PdfOfPictures
{
    private const double PointsPerPixel = 72 / 200.0;

    /// <summary>Writes the file.</summary>
    public static byte[] Write(IReadOnlyList<Photograph> pages)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Text(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            offsets.Add(pdf.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{text}\nendobj\n"));
        }

        Text("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => (3 + (3 * i)).ToString(CultureInfo.InvariantCulture) + " 0 R"))}] >>");
        foreach (var page in pages)
        {
            var next = offsets.Count + 1;
            var (width, height) = (page.Image.Width * PointsPerPixel, page.Image.Height * PointsPerPixel);
            var drawing = string.Create(CultureInfo.InvariantCulture, $"{width:0.###} 0 0 {height:0.###} 0 0 cm /Im Do");
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:0.###} {height:0.###}] /Resources << /XObject << /Im {next + 1} 0 R >> >> /Contents {next + 2} 0 R >>"));
            offsets.Add(pdf.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n<< /Type /XObject /Subtype /Image /Width {page.Image.Width} /Height {page.Image.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {page.Jpeg.Length} >>\nstream\n"));
            pdf.Write(page.Jpeg);
            Text("\nendstream\nendobj\n");
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream"));
        }

        var table = pdf.Position;
        Text(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets)
            Text(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        Text(string.Create(CultureInfo.InvariantCulture, $"trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }
}
