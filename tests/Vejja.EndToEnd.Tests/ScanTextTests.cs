using Spectre.Console.Rendering;
using Vejja.App.Cli;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;

namespace Vejja.EndToEnd.Tests;

public sealed class ScanTextTests
{
    [Fact]
    public void Write_KhmerInTheTable_KeepsItsColumnsAligned()
    {
        using var output = new StringWriter();
        var prescription = new Prescription
        {
            File = "a.jpg",
            Medications =
            [
                new Medication { Id = "m1", Name = new("ប៉ារ៉ាសេតាម៉ុល", "ប៉ារ៉ាសេតាម៉ុល", 0.9, ["b1"]), Quantity = new(new(15, "tablet"), "15 គ្រាប់ស្រោប", 0.9, ["b2"]) },
                new Medication { Id = "m2", Name = new("Paracetamol", "Paracetamol", 0.9, ["b3"]) },
            ],
        };

        ScanText.Write(prescription, output, WordingLanguage.English);

        var rows = output.ToString().Split('\n').Where(line => line.StartsWith('│') || line.StartsWith('╭')).ToArray();
        Assert.True(rows.Length >= 4);
        Assert.Single(rows.Select(row => Segment.CellCount([new Segment(row)])).Distinct());
        Assert.DoesNotContain('\u001b', output.ToString());
    }

    [Theory]
    [InlineData(0.3, "not legible", "what is marked")]
    [InlineData(0.7, "Moutvang Hospital ?", "what is marked")]
    [InlineData(0.9, "Moutvang Hospital", "No open doubt.")]
    public void Write_FieldOfTheLetterhead_ShowsItsDoubt(double confidence, string field, string verdict)
    {
        using var output = new StringWriter();
        var prescription = new Prescription
        {
            File = "a.jpg",
            Fields = new() { Facility = new("Moutvang Hospital", null, confidence, ["b1"]) },
            Medications = [new Medication { Id = "m1", Name = new("Paracetamol", null, 0.9, ["b3"]), Confidence = 0.9 }],
        };

        ScanText.Write(prescription, output, WordingLanguage.English);

        Assert.Contains($"Facility: {field}", output.ToString(), StringComparison.Ordinal);
        Assert.Contains(verdict, output.ToString(), StringComparison.Ordinal);
    }
}
