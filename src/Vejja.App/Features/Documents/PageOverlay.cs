using System.Globalization;
using System.Text;
using System.Xml;
using Vejja.Domain.Documents;
using Vejja.Domain.Geometry;

namespace Vejja.App.Features.Documents;

/// <summary>Draws what was read over its page.</summary>
internal static class PageOverlay
{
    private const double Sure = 0.8;
    private const string Namespace = "http://www.w3.org/2000/svg";

    /// <summary>An SVG in the picture's pixels: each line's outline, green where sure and red where not, with its text as a title.</summary>
    /// <param name="prescription">What was read.</param>
    /// <param name="page">The page to draw.</param>
    /// <param name="picture">The page's picture.</param>
    /// <param name="mediaType">Its media type; one that a browser cannot show leaves outlines only.</param>
    /// <param name="toPicture">Takes pixels of the upright page to pixels of the picture.</param>
    public static byte[] Draw(Prescription prescription, Page page, byte[] picture, string mediaType, Homography toPicture)
    {
        var size = Polygon.From(new Box(0, 0, page.Width, page.Height)).Points.Select(toPicture.Apply).ToList();
        var width = Number(Math.Max(1, size.Max(point => point.X)));
        var height = Number(Math.Max(1, size.Max(point => point.Y)));
        using var output = new MemoryStream();
        using (var svg = XmlWriter.Create(output, new() { Encoding = new UTF8Encoding(false), CheckCharacters = false }))
        {
            svg.WriteStartElement("svg", Namespace);
            svg.WriteAttributeString("viewBox", $"0 0 {width} {height}");
            if (mediaType.StartsWith("image/", StringComparison.Ordinal))
            {
                svg.WriteStartElement("image", Namespace);
                svg.WriteAttributeString("href", $"data:{mediaType};base64,{Convert.ToBase64String(picture)}");
                svg.WriteEndElement();
            }

            foreach (var block in prescription.Blocks.Where(block => block.Page == page.Index))
                WriteBlock(svg, block, toPicture);
            svg.WriteEndElement();
        }

        return output.ToArray();
    }

    private static void WriteBlock(XmlWriter svg, Block block, Homography toPicture)
    {
        svg.WriteStartElement("polygon", Namespace);
        svg.WriteAttributeString("points", string.Join(' ', block.Polygon.Points.Select(toPicture.Apply).Select(point => $"{Number(point.X)},{Number(point.Y)}")));
        svg.WriteAttributeString("fill", "none");
        svg.WriteAttributeString("stroke", block.Confidence >= Sure ? "green" : "red");
        svg.WriteAttributeString("stroke-width", "2");
        svg.WriteElementString("title", Namespace, $"{Printable(block.Text)} ({block.Confidence.ToString("0.00", CultureInfo.InvariantCulture)})");
        svg.WriteEndElement();
    }

    private static string Printable(string text) => new([.. text.Where(letter => !char.IsControl(letter) && letter < '\uFFFE')]);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
