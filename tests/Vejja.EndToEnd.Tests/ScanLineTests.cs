using Vejja.EndToEnd.Tests.Pages;
using Vejja.Imaging.Cropping;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.EndToEnd.Tests;

/// <summary>Pictures of one line, as somebody cut them out of a page.</summary>
[Collection("scan")]
public sealed class ScanLineTests(ScanSetup setup)
{
    /// <summary>A grainy line of which the detector finds pieces, or dirt above it, is one block all the same, and most of it is right.</summary>
    [Theory]
    [InlineData("english-sigs.jpg")]
    [InlineData("khmer-narrative.jpg")]
    public void Read_LineCutOut_IsOneBlock(string name)
    {
        var sheet = SampleSheet.Load(name);
        var cropper = new PerspectiveCropper();
        var grain = new Random(5);
        var read = sheet.Words.Where(word => word.Text.Length >= 12).Select(word =>
        {
            var picture = Grained(cropper.Crop(sheet.Photograph, word.Polygon, 3), grain);
            return (word.Text, setup.Reader.Read(PngEncoding.Encode(picture), "line.png", CancellationToken.None).Prescription.Blocks);
        }).ToList();

        Assert.True(read.Count >= 5);
        Assert.All(read, line => Assert.Single(line.Blocks));
        var exact = read.Count(line => SampleSheet.Letters(line.Text) == SampleSheet.Letters(line.Blocks[0].Text));
        Assert.True(exact >= 0.6 * read.Count, $"{exact} of {read.Count}");
    }

    [Theory]
    [InlineData(300, 40)]
    [InlineData(3000, 20)]
    public void Read_BlankStrip_HasNoText(int width, int height)
    {
        var rgb = new byte[3 * width * height];
        Array.Fill(rgb, (byte)235);

        var prescription = setup.Reader.Read(PngEncoding.Encode(new PageImage(width, height, rgb)), "blank.png", CancellationToken.None).Prescription;

        Assert.Empty(prescription.Blocks);
        Assert.Contains("no-text", prescription.Pages[0].Warnings);
    }

    private static PageImage Grained(PageImage picture, Random grain) =>
        new(picture.Width, picture.Height, Array.ConvertAll(picture.Rgb, level => (byte)Math.Clamp(level + grain.Next(-30, 31), 0, 255)));
}
