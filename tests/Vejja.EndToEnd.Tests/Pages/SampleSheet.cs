using System.Collections.Immutable;
using System.Text.Json;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Decoding;
using Vejja.Inference.Runtime;
using Vejja.Reading.Pages;

namespace Vejja.EndToEnd.Tests.Pages;

/// <summary>One of the project's own photographed sheets, with what is printed where.</summary>
/// <param name="Photograph">As a camera took it.</param>
/// <param name="Words">Printed lines; polygons in pixels of the photograph.</param>
internal sealed record SampleSheet(PageImage Photograph, ImmutableArray<(string Text, Polygon Polygon)> Words)
{
    public static SampleSheet Load(string name)
    {
        var picture = InstalledFiles.FindAbove(Path.Combine("samples", name)) ?? throw new FileNotFoundException(name);
        using var truth = JsonDocument.Parse(File.ReadAllBytes(picture + ".truth.json"));
        var blocks = truth.RootElement.GetProperty("prescription").GetProperty("blocks").EnumerateArray()
            .Select(block => (block.GetProperty("text").GetString()!, Quadrilateral(block.GetProperty("polygon"))));
        return new SampleSheet(new DocumentDecoder(new DecodeLimits()).Decode(File.ReadAllBytes(picture), CancellationToken.None)[0], [.. blocks]);
    }

    /// <summary>The model file of the set-up.</summary>
    public static byte[] Model(string path) => File.ReadAllBytes(InstalledFiles.FindAbove(path)!);

    /// <summary>A text as it is compared: without blanks, coeng da as coeng ta, which has the same shape.</summary>
    public static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("\u17D2\u178A", "\u17D2\u178F", StringComparison.Ordinal);

    /// <summary>First, middle and last points along the top and the bottom make four corners.</summary>
    private static Polygon Quadrilateral(JsonElement points)
    {
        var all = points.EnumerateArray().Select(point => new PagePoint(point[0].GetDouble(), point[1].GetDouble())).ToList();
        int half = all.Count / 2;
        return new Polygon([all[0], all[half - 1], all[half], all[^1]]);
    }
}
