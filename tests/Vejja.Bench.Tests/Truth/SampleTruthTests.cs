using Vejja.Bench.Cli;
using Vejja.Bench.Pictures;
using Vejja.Bench.Scoring;
using Vejja.Bench.Truth;

namespace Vejja.Bench.Tests.Truth;

/// <summary>The truth of every sample is valid contract JSON and agrees with itself.</summary>
public sealed class SampleTruthTests
{
    public static TheoryData<string> Samples() =>
        [.. Directory.EnumerateFiles(Path.Combine(Places.Root, "samples"), "*.truth.json").Order(StringComparer.Ordinal).Select(Path.GetFileName).OfType<string>()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Truth_Sources_HoldWhatTheFieldsSay(string sample)
    {
        var truth = TruthFile.Read(Path.Combine(Places.Root, "samples", sample));
        var texts = truth.Prescription.Blocks.ToDictionary(block => block.Id, block => block.Text);
        Assert.NotEmpty(truth.Prescription.Medications);
        foreach (var medication in truth.Prescription.Medications)
        {
            var ink = string.Join(' ', medication.Name!.Source.Select(source => texts[source]));
            Assert.Contains(string.Concat(Signs.Points(medication.Name.Value)), string.Concat(Signs.Points(ink)), StringComparison.Ordinal);
            Assert.NotEmpty(medication.DosageInstruction);
            Assert.All(medication.DosageInstruction, dosage => Assert.NotEmpty(dosage.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Truth_Places_LieInsideThePicture(string sample)
    {
        var truth = TruthFile.Read(Path.Combine(Places.Root, "samples", sample));
        Assert.All(truth.Words, word => Assert.All(word.Polygon.Points, point =>
        {
            Assert.InRange(point.X, 0, truth.Prescription.Pages[word.Page].Width);
            Assert.InRange(point.Y, 0, truth.Prescription.Pages[word.Page].Height);
        }));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Truth_Words_CoverDarkerInkThanTheirSurroundings(string sample)
    {
        if (!sample.Contains(".jpg", StringComparison.Ordinal))
            return;
        var truth = TruthFile.Read(Path.Combine(Places.Root, "samples", sample));
        var image = Codec.Open(File.ReadAllBytes(Path.Combine(Places.Root, "samples", truth.Prescription.File)));
        var darker = truth.Words.Count(word =>
        {
            var box = word.Polygon.Bounds;
            byte darkest = 255, rim = 255;
            for (var y = (int)box.Y1; y <= box.Y2; y++)
            {
                for (var x = (int)box.X1; x <= box.X2; x++)
                    darkest = Math.Min(darkest, image.Gray[(y * image.Width) + x]);
            }

            for (var x = (int)box.X1; x <= box.X2; x++)
                rim = Math.Min(rim, image.Gray[(Math.Max(0, (int)box.Y1 - 4) * image.Width) + x]);
            return darkest + 20 < rim || darkest < 110;
        });
        Assert.True(darker >= 0.97 * truth.Words.Length, $"{darker} of {truth.Words.Length} words hold ink");
    }
}
