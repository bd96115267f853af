using System.Text.Json;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Domain.Geometry;
using Vejja.Exchange.Contract;

namespace Vejja.EndToEnd.Tests;

/// <summary>The project's own samples, each beside its truth.</summary>
[Collection("scan")]
public sealed class ScanSampleTests(ScanSetup setup, ITestOutputHelper output)
{
    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(ScanSetup.Root, "samples"), "*.truth.json").Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)[..^".truth.json".Length])];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Scan_Sample_HasNothingSilentlyWrong(string file)
    {
        var truth = Truth(file);
        var prescription = Read(file);
        var score = new ScanScore();
        for (var i = 0; i < truth.Medications.Length; i++)
            score.Add(file, prescription.Medications.ElementAtOrDefault(i), truth.Medications[i]);
        foreach (var miss in score.Misses)
            output.WriteLine(miss);
        output.WriteLine($"{file}: right {score.Right}, coverage {score.Coverage:P0}");

        Assert.Empty(score.SilentlyWrong);
        Assert.True(prescription.Medications.Length <= truth.Medications.Length || prescription.RequiresReview, "A medicine that is not on the page, unflagged.");
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Scan_Sample_KeepsTheInvariants(string file)
    {
        var prescription = Read(file);
        var blocks = prescription.Blocks.ToDictionary(block => block.Id);

        Assert.All(prescription.Blocks, block => AssertOnPage(block, prescription.Pages[block.Page]));
        Assert.All(prescription.Tables.SelectMany(table => table.Cells.SelectMany(cell => cell.Blocks)), id => Assert.Contains(id, blocks.Keys));
        Assert.All(Sources(prescription), source => Assert.Contains(source, blocks.Keys));
        Assert.All(prescription.Medications, medication =>
        {
            Assert.InRange(medication.Confidence, 0, 1);
            Assert.All(medication.DosageInstruction, dosage => Assert.NotEmpty(dosage.Text));
            Assert.True(medication.RequiresReview || medication.Confidence >= 0.8);
            Assert.All(medication.Flags, flag => Assert.NotEmpty(flag.Code));
        });
        Assert.Equal(prescription.RequiresReview, prescription.Medications.IsEmpty || prescription.Medications.Any(medication => medication.RequiresReview));
        Assert.Equal(PrescriptionJson.Write(prescription), PrescriptionJson.Write(PrescriptionJson.Read(PrescriptionJson.Write(prescription))));
    }

    private static void AssertOnPage(Block block, Page page)
    {
        Assert.InRange(block.Confidence, 0, 1);
        Assert.False(block.Box.Intersect(new Box(0, 0, page.Width, page.Height)).IsEmpty);
    }

    private static IEnumerable<string> Sources(Prescription prescription)
    {
        var fields = prescription.Fields;
        foreach (var medication in prescription.Medications)
        {
            ImmutableSources sources = new();
            sources.Add(medication.Name).Add(medication.Strength).Add(medication.Form).Add(medication.Route).Add(medication.Quantity).Add(medication.DosageEvidence).Add(medication.Duration);
            foreach (var source in sources.All)
                yield return source;
        }

        ImmutableSources sheet = new();
        sheet.Add(fields.PatientName).Add(fields.Age).Add(fields.Sex).Add(fields.Date).Add(fields.Prescriber).Add(fields.Facility).Add(fields.NextVisit);
        foreach (var diagnosis in fields.Diagnosis)
            sheet.Add(diagnosis);
        foreach (var source in sheet.All)
            yield return source;
    }

    private Prescription Read(string file)
    {
        var path = Directory.EnumerateFiles(Path.Combine(ScanSetup.Root, "samples"), file + ".*").First(candidate => !candidate.EndsWith(".json", StringComparison.Ordinal));
        return setup.Read(path).Prescription;
    }

    private static Prescription Truth(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(ScanSetup.Root, "samples", file + ".truth.json")));
        return PrescriptionJson.Read(json.RootElement.GetProperty("prescription").GetRawText());
    }

    private sealed class ImmutableSources
    {
        public List<string> All { get; } = [];

        public ImmutableSources Add<T>(Reading<T>? reading)
        {
            if (reading is not null)
            {
                Assert.NotEmpty(reading.Source);
                Assert.InRange(reading.Confidence, 0, 1);
                All.AddRange(reading.Source);
            }

            return this;
        }
    }
}
