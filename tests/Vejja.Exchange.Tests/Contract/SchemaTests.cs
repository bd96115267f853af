using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Contract;
using Vejja.Exchange.Tests.Calendar;
using Vejja.Exchange.Wording;
using Vejja.Reading.Dosing;
using Vejja.Scheduling;

namespace Vejja.Exchange.Tests.Contract;

/// <summary>What is written is what docs/schema publishes; a schema that lets anything pass would not show.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Prescription_FullEmptyAndOfRandomDosages_AreWhatTheSchemaSays()
    {
        var random = new Medication { Id = "m1", DosageInstruction = [.. RandomDosages.Dosage.Sample(300, new Rnd(7, 1), 50).Select(Sensible)] };
        await AssertValidAsync(
            "prescription",
            [
                PrescriptionJson.Write(SamplePrescriptions.Full), PrescriptionJson.Write(SamplePrescriptions.Empty),
                PrescriptionJson.Write(new Prescription { File = "a.jpg", Medications = [random] }),
            ]);
    }

    [Fact]
    public async Task Sig_EverySigOfTheSuite_IsWhatTheSchemaSays()
    {
        var folder = Path.Combine(Tools.RepositoryRoot, "tests", "Vejja.Reading.Tests", "Dosing", "Cases");
        var sigs = Directory.EnumerateFiles(folder, "*.tsv").SelectMany(File.ReadLines)
            .Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')[0]);
        await AssertValidAsync("sig", [.. sigs.Select(text => SigJson.Write(SigReader.Read(text)))]);
    }

    [Fact]
    public async Task Reminders_EveryKindOfPlan_AreWhatTheSchemaSays() => await AssertValidAsync(
        "reminders",
        [
            .. CalendarPlans.All.Select(plan => RemindersJson.Write(plan, WordingLanguage.English)),
            .. CalendarPlans.All.Take(1).Select(plan => RemindersJson.Write(PlanRevision.End(plan), WordingLanguage.Khmer)),
            .. CalendarPlans.Withheld.Select(plan => RemindersJson.Write(plan, WordingLanguage.French)),
        ]);

    [Theory]
    [InlineData("""{"schema":"vejja/prescription/1"}""")]
    [InlineData("[]")]
    public async Task Prescription_OtherThanTheContract_IsRefused(string json) =>
        Assert.NotEqual([""], await FaultsAsync("prescription", [json]));

    [Theory]
    [InlineData("medications/0/confidence", "1.5")]
    [InlineData("medications/0/flags/0/severity", "\"warn\"")]
    [InlineData("blocks/0/type", "\"title\"")]
    [InlineData("medications/0/dosageInstruction/0/timing/repeat/when/0", "\"LUNCH\"")]
    [InlineData("fields/date/value", "\"21/11/2026\"")]
    [InlineData("pages/0/transform", "[1,0,0,0,1,0,0,0,1]")]
    public async Task Prescription_OneValueChanged_IsRefused(string path, string value)
    {
        var json = JsonNode.Parse(PrescriptionJson.Write(SamplePrescriptions.Full))!;
        var parts = path.Split('/');
        var owner = parts[..^1].Aggregate(json, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (int.TryParse(parts[^1], out var last))
            owner[last] = JsonNode.Parse(value);
        else
            owner[parts[^1]] = JsonNode.Parse(value);
        var fault = Assert.Single(await FaultsAsync("prescription", [json.ToJsonString()]));
        Assert.StartsWith(path, fault, StringComparison.Ordinal);
    }

    /// <summary>Members that R4 ties to one another are there together; the random ones are not.</summary>
    private static Dosage Sensible(Dosage dosage) => dosage with
    {
        Repeat = dosage.Repeat is { } repeat
            ? repeat with
            {
                CountMax = repeat.Count is null ? null : repeat.CountMax,
                DurationMax = repeat.Duration is null ? null : repeat.DurationMax,
                DurationUnit = repeat.DurationUnit ?? TimeUnit.Minute,
                PeriodMax = repeat.Period is null ? null : repeat.PeriodMax,
                PeriodUnit = repeat.PeriodUnit ?? TimeUnit.Day,
                Offset = repeat.When.IsEmpty ? null : repeat.Offset,
            }
            : null,
    };

    private static async Task AssertValidAsync(string schema, string[] lines)
    {
        var faults = await FaultsAsync(schema, lines);
        Assert.Equal(lines.Length, faults.Length);
        Assert.All(faults, fault => Assert.Equal("", fault));
    }

    private static async Task<string[]> FaultsAsync(string schema, string[] lines)
    {
        var path = Path.Combine(Tools.RepositoryRoot, "docs", "schema", schema + ".json");
        var output = await Tools.RunAsync(
            "/usr/bin/python3", [Tools.Script("check_schema.py"), path], string.Concat(lines.Select(line => line + "\n")), TestContext.Current.CancellationToken);
        return output.Split('\n')[..^1];
    }
}
