using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Contract;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.EndToEnd.Tests;

/// <summary>A pen's stroke through a medicine of a sample: whoever prescribed it took it back, and nobody may be reminded of it.</summary>
[Collection("scan")]
public sealed class ScanStrokeTests(ScanSetup setup, ITestOutputHelper output)
{
    /// <summary>A stroke along the whole row, and one through the name alone.</summary>
    [Theory]
    [InlineData("hospital-slots.jpg", "row")]
    [InlineData("hospital-slots.jpg", "name")]
    public void Read_MedicineStruckOut_IsBlockedAndTheOthersAreNot(string file, string stroke)
    {
        var path = Path.Combine(ScanSetup.Root, "samples", file);
        var truth = Truth(path);
        var page = new DocumentDecoder(new()).Decode(File.ReadAllBytes(path), CancellationToken.None)[0];
        var name = truth.Medications[0].Name!.Source.Select(id => truth.Blocks.Single(block => block.Id == id)).First().Polygon.Bounds;
        var struck = Struck(page, stroke switch
        {
            "row" => (new(0.06 * page.Width, name.Centre.Y), new(0.94 * page.Width, name.Centre.Y + 3)),
            _ => (new(name.X1 - 6, name.Centre.Y + 2), new(name.X2 + 6, name.Centre.Y - 2)),
        });

        var read = setup.Reader.Read(PngEncoding.Encode(struck), file, CancellationToken.None).Prescription;

        foreach (var medication in read.Medications)
            output.WriteLine($"{medication.Id} {medication.Name?.Value} {medication.Name?.Confidence:0.00} [{string.Join(", ", medication.Flags.Select(flag => flag.Code + "/" + flag.Field))}]");
        Assert.True(read.RequiresReview);
        Assert.DoesNotContain(read.Medications.Skip(1), medication => medication.Flags.Any(flag => flag.Code == "crossed-out"));
        Assert.Contains(read.Medications[0].Flags, flag => flag is { Code: "crossed-out", Severity: FlagSeverity.Block });
    }

    private static Prescription Truth(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path + ".truth.json"));
        return PrescriptionJson.Read(json.RootElement.GetProperty("prescription").GetRawText());
    }

    /// <summary>A stroke of a dark pen, three pixels thick.</summary>
    private static PageImage Struck(PageImage page, (PagePoint From, PagePoint To) stroke)
    {
        var rgb = (byte[])page.Rgb.Clone();
        var (from, to) = stroke;
        var steps = (int)(2 * Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var step = 0; step <= steps; step++)
        {
            var (x, y) = ((int)(from.X + ((to.X - from.X) * step / steps)), (int)(from.Y + ((to.Y - from.Y) * step / steps)));
            for (var dy = -1; dy <= 1; dy++)
                rgb.AsSpan(3 * (((y + dy) * page.Width) + x), 3).Fill(45);
        }

        return new(page.Width, page.Height, rgb);
    }
}
