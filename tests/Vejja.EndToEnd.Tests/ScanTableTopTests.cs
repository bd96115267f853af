using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.EndToEnd.Tests;

/// <summary>A sheet that lies askew on a table top and fills a part of its picture only.</summary>
[Collection("scan")]
public sealed class ScanTableTopTests(ScanSetup setup, ITestOutputHelper output)
{
    [Theory]
    [InlineData("english-grid.jpg", 11)]
    [InlineData("ordonnance.jpg", 19)]
    public void Read_SheetOnGrain_HasTheSameMedicines(string file, double degrees)
    {
        var sheet = new DocumentDecoder(new()).Decode(File.ReadAllBytes(Path.Combine(ScanSetup.Root, "samples", file)), CancellationToken.None)[0];

        var alone = Read(sheet);
        var onATable = Read(OnGrain(sheet, degrees));

        Assert.NotEmpty(alone);
        Assert.Equal(alone, onATable);

        string[] Read(PageImage picture)
        {
            string[] medicines = [.. setup.Reader.Read(PngEncoding.Encode(picture), file, CancellationToken.None).Prescription.Medications
                .Select(medication => $"{medication.Name?.Value} {string.Join(" | ", medication.DosageInstruction.Select(dosage => dosage.Text))}")];
            foreach (var medicine in medicines)
                output.WriteLine(medicine);
            return medicines;
        }
    }

    /// <summary>The sheet in its size, turned clockwise about its middle, in a picture half again as wide and high.</summary>
    private static PageImage OnGrain(PageImage sheet, double degrees)
    {
        var grain = new Random(20261124);
        var (width, height) = (3 * sheet.Width / 2, 3 * sheet.Height / 2);
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var rgb = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (across, down) = (x - (width / 2.0), y - (height / 2.0));
                var (u, v) = ((cos * across) + (sin * down) + (sheet.Width / 2.0), (cos * down) - (sin * across) + (sheet.Height / 2.0));
                var isSheet = u >= 0 && v >= 0 && u < sheet.Width - 1 && v < sheet.Height - 1;
                var wood = grain.Next(40, 110);
                for (var channel = 0; channel < 3; channel++)
                    rgb[(3 * ((y * width) + x)) + channel] = isSheet ? Between(sheet, u, v, channel) : (byte)(wood - (15 * channel));
            }
        }

        return new(width, height, rgb);
    }

    private static byte Between(PageImage sheet, double u, double v, int channel)
    {
        var (x, y) = ((int)u, (int)v);
        var (across, down) = (u - x, v - y);
        double At(int right, int below) => sheet.Rgb[(3 * (((y + below) * sheet.Width) + x + right)) + channel];
        return (byte)Math.Round(((1 - down) * (((1 - across) * At(0, 0)) + (across * At(1, 0)))) + (down * (((1 - across) * At(0, 1)) + (across * At(1, 1)))));
    }
}
