using System.Globalization;
using System.Text;
using System.Xml;
using Vejja.Domain.Documents;

namespace Vejja.App.Features.Documents;

/// <summary>Draws what was read over its page.</summary>
internal static class PageOverlay
{
    private const double Sure = 0.8;
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An SVG in the upright page's pixels: each line's outline, green where sure and red where not, with its text as a title.</summary>
    /// <param name="prescription">What was read.</param>
    /// <param name="page">The page to draw.</param>
    /// <param name="picture">The upright page as PNG; null draws outlines only.</param>
    public static byte[] Draw(Prescription prescription, Page page, byte[]? picture)
    {
        using var output = new MemoryStream();
        using (var svg = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            svg.WriteStartElement("svg", Namespace);
            svg.WriteAttributeString("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {page.Width} {page.Height}"));
            if (picture is not null)
            {
                svg.WriteStartElement("image", Namespace);
                svg.WriteAttributeString("href", "data:image/png;base64," + Convert.ToBase64String(picture));
                svg.WriteAttributeString("width", Number(page.Width));
                svg.WriteAttributeString("height", Number(page.Height));
                svg.WriteEndElement();
            }

            foreach (var block in prescription.Blocks.Where(block => block.Page == page.Index))
                WriteBlock(svg, block);
            svg.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void WriteBlock(XmlWriter svg, Block block)
    {
        svg.WriteStartElement("polygon", Namespace);
        svg.WriteAttributeString("points", string.Join(' ', block.Polygon.Points.Select(point => $"{Number(point.X)},{Number(point.Y)}")));
        svg.WriteAttributeString("fill", "none");
        svg.WriteAttributeString("stroke", block.Confidence >= Sure ? "green" : "red");
        svg.WriteAttributeString("stroke-width", "2");
        svg.WriteElementString("title", Namespace, $"{Printable(block.Text)} ({block.Confidence.ToString("0.00", CultureInfo.InvariantCulture)})");
        svg.WriteEndElement();
    }

    private static string Printable(string text) => new([.. text.Where(letter => !char.IsControl(letter) && letter < '\uFFFE')]);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
