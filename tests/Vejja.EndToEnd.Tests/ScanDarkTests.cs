using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;

namespace Vejja.EndToEnd.Tests;

/// <summary>A sheet as a screen in its dark mode shows it.</summary>
[Collection("scan")]
public sealed class ScanDarkTests(ScanSetup setup, ITestOutputHelper output)
{
    [Theory]
    [InlineData("english-grid.jpg")]
    [InlineData("khmer-narrative.jpg")]
    [InlineData("ordonnance.jpg")]
    public void Read_SampleInsideOut_HasTheSameMedicines(string file)
    {
        var page = new DocumentDecoder(new()).Decode(File.ReadAllBytes(Path.Combine(ScanSetup.Root, "samples", file)), CancellationToken.None)[0];

        var asItIs = Read(PngEncoding.Encode(page));
        var insideOut = Read(PngEncoding.Encode(page.InsideOut()));

        Assert.NotEmpty(asItIs);
        Assert.Equal(asItIs, insideOut);

        string[] Read(byte[] picture)
        {
            string[] medicines = [.. setup.Reader.Read(picture, file, CancellationToken.None).Prescription.Medications
                .Select(medication => $"{medication.Name?.Value} {string.Join(" | ", medication.DosageInstruction.Select(dosage => dosage.Text))}")];
            foreach (var medicine in medicines)
                output.WriteLine(medicine);
            return medicines;
        }
    }
}
