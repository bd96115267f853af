using System.Text.Json.Nodes;
using Vejja.Domain.Documents;
using Vejja.Domain.Medications;
using Vejja.Exchange.Fhir;
using Vejja.Exchange.Tests.Contract;
using Vejja.Reading.Dosing;

namespace Vejja.Exchange.Tests.Fhir;

public sealed class FhirBundleTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 11, 21, 8, 0, 0, TimeSpan.FromHours(7));

    private static readonly string[] Sigs =
    [
        "1 tablet 3 times a day after meals for 5 days", "1 cp matin et soir pendant 7 jours, sans dépasser 3 g/j", "១ គ្រាប់ ព្រឹក ល្ងាច ក្រោយបាយ",
        "2 puffs every 4 to 6 hours as needed for wheezing, max 8 puffs in 24 hours", "take 1 tablet daily, three weeks on and one week off",
        "2 tablets twice a day for 7 days then 1 tablet once a day for 7 days", "1 tab at 08:00 and 20:00", "one drop in both eyes 4 times a day",
        "1 cp 30 minutes avant le petit-déjeuner", "500 mg weekly on Tuesdays", "use as directed", "10 mL over 1 hour",
    ];

    [Fact]
    public async Task Write_PrescriptionsOfEveryKind_ValidAgainstTheOfficialDefinitions()
    {
        Prescription[] prescriptions = [SamplePrescriptions.Full, SamplePrescriptions.Empty, OfSigs, WithoutName];
        var lines = string.Concat(prescriptions.Select(prescription => FhirBundle.Write(prescription, Recorded) + "\n"));
        var script = Path.Combine(Tools.RepositoryRoot, "tests", "Vejja.Exchange.Tests", "Fhir", "validate.mjs");
        var output = await Tools.RunAsync("node", [script], lines + "{\"resourceType\":\"Patient\",\"gender\":\"x\",\"nam\":1}\n", TestContext.Current.CancellationToken);
        var results = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(prescriptions.Length + 1, results.Length);
        Assert.False((bool)results[^1]["valid"]!, "the validator must refuse what is wrong");
        Assert.All(results[..^1], result => Assert.True((bool)result["valid"]!, result.ToJsonString()));
    }

    [Fact]
    public void Write_PrescriptionsOfEveryKind_InvariantsHold()
    {
        foreach (var prescription in new[] { SamplePrescriptions.Full, SamplePrescriptions.Empty, OfSigs, WithoutName })
            Assert.Empty(FhirInvariants.Failures(JsonNode.Parse(FhirBundle.Write(prescription, Recorded))));
    }

    [Fact]
    public void Write_EverySigOfTheSuite_InvariantsHold()
    {
        var folder = Path.Combine(Tools.RepositoryRoot, "tests", "Vejja.Reading.Tests", "Dosing", "Cases");
        var sigs = Directory.EnumerateFiles(folder, "*.tsv").SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]).ToArray();
        Assert.True(sigs.Length > 1500);
        var failures = sigs.SelectMany(text => SigReader.Read(text).DosageInstruction.SelectMany(dosage =>
            FhirInvariants.Failures(JsonNode.Parse(DosageJson.Write(dosage))).Select(failure => $"{failure}: {text}"))).ToArray();
        Assert.True(failures.Length == 0, string.Join('\n', failures.Take(20)));
        Assert.All(sigs.SelectMany(text => SigReader.Read(text).DosageInstruction), dosage => Assert.Equal(dosage, DosageJson.Read(DosageJson.Write(dosage))));
    }

    [Fact]
    public void Write_Full_SaysWhatIsPrintedAndNoMore()
    {
        var bundle = JsonNode.Parse(FhirBundle.Write(SamplePrescriptions.Full, Recorded))!;
        var resources = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).ToLookup(resource => (string)resource["resourceType"]!);
        var patient = Assert.Single(resources["Patient"]);
        Assert.Equal("សុខ សុភា", (string?)patient["name"]![0]!["text"]);
        Assert.Equal("female", (string?)patient["gender"]);
        Assert.Equal("mo", (string?)patient["extension"]![0]!["valueAge"]!["code"]);
        Assert.Equal("unknown", (string?)patient["_birthDate"]!["extension"]![0]!["valueCode"]);
        var request = Assert.Single(resources["MedicationRequest"]);
        Assert.Equal(("draft", "order", "2026-11-21"), ((string?)request["status"], (string?)request["intent"], (string?)request["authoredOn"]));
        Assert.Equal(0.91, (double)request["dosageInstruction"]![0]!["extension"]![0]!["extension"]![0]!["valueDecimal"]!);
        Assert.Equal(15, (int)request["dispenseRequest"]!["quantity"]!["value"]!);
        var provenance = Assert.Single(resources["Provenance"], item => (string?)item["target"]![0]!["reference"] == (string?)bundle["entry"]!.AsArray()
            .First(entry => (string?)entry!["resource"]!["resourceType"] == "MedicationRequest")!["fullUrl"]);
        Assert.Equal("2026-11-21T01:00:00Z", (string?)provenance["recorded"]);
        Assert.Equal(0.93, (double)provenance["extension"]![0]!["extension"]![0]!["valueDecimal"]!);
        Assert.Equal(2, resources["Condition"].Count());
    }

    [Fact]
    public void Write_NothingPrinted_AbsenceHasItsReason()
    {
        var bundle = JsonNode.Parse(FhirBundle.Write(WithoutName, Recorded))!;
        var request = bundle["entry"]!.AsArray().Select(entry => entry!["resource"]!).Single(resource => (string?)resource["resourceType"] == "MedicationRequest");
        foreach (var place in new[] { request["subject"], request["requester"], request["_authoredOn"] })
            Assert.Equal("unknown", (string?)place!["extension"]![0]!["valueCode"]);
        Assert.DoesNotContain(bundle["entry"]!.AsArray(), entry => (string?)entry!["resource"]!["resourceType"] is "Patient" or "Practitioner");
    }

    [Fact]
    public void Write_Approved_IsActive() =>
        Assert.Contains("\"status\":\"active\"", FhirBundle.Write(SamplePrescriptions.Full, Recorded, approved: true), StringComparison.Ordinal);

    [Fact]
    public void Write_Twice_SameReferences() =>
        Assert.Equal(FhirBundle.Write(SamplePrescriptions.Full, Recorded), FhirBundle.Write(SamplePrescriptions.Full, Recorded));

    private static Prescription WithoutName => new() { File = "a.jpg", Medications = [new Medication { Id = "m1" }] };

    private static Prescription OfSigs => new()
    {
        File = "sigs.txt",
        Medications = [.. Sigs.Select(text => SigReader.Read(text)).Select((sig, index) => new Medication
        {
            Id = $"m{index + 1}",
            DosageInstruction = sig.DosageInstruction,
            Flags = sig.Flags,
            Confidence = sig.Confidence,
        })],
    };
}
