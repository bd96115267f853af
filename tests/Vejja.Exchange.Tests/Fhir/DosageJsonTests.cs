using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Exchange.Fhir;

namespace Vejja.Exchange.Tests.Fhir;

public sealed class DosageJsonTests
{
    [Fact]
    public void WriteRead_RandomDosages_NothingIsLost() =>
        Prop.ForAll(RandomDosages.Dosage.ToArbitrary(), dosage => DosageJson.Read(DosageJson.Write(dosage)).Equals(dosage))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Write_TabletsThreeTimesADay_IsFhir()
    {
        var dosage = new Dosage
        {
            Text = "១ គ្រាប់ ៣ដងក្នុងមួយថ្ងៃ ក្រោយបាយ",
            Route = "oral",
            Dose = new DoseAmount(new Quantity(1.50m, "tablet")),
            Repeat = new Repeat
            {
                BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day),
                Frequency = 3,
                Period = 1,
                PeriodUnit = TimeUnit.Day,
                When = [EventTiming.PC],
            },
        };
        const string Expected = """
            {"sequence":1,"text":"១ គ្រាប់ ៣ដងក្នុងមួយថ្ងៃ ក្រោយបាយ",
             "timing":{"repeat":{"boundsDuration":{"value":5,"unit":"d","system":"http://unitsofmeasure.org","code":"d"},
                                 "frequency":3,"period":1,"periodUnit":"d","when":["PC"]}},
             "route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006"}],"text":"oral"},
             "doseAndRate":[{"doseQuantity":{"value":1.5,"unit":"tablet","system":"http://unitsofmeasure.org","code":"{tablet}"}}]}
            """;
        AssertJson(Expected, DosageJson.Write(dosage));
    }

    [Fact]
    public void Write_WhatR4CannotSay_GoesIntoExtensions()
    {
        var dosage = new Dosage
        {
            Text = "per sliding scale",
            Condition = "per sliding scale",
            Repeat = new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, Cycle = new DosingCycle(21, 7) },
            MaxDosePerPeriod =
            [
                new MaxDose(new Quantity(8, "tablet"), new TimeSpanAmount(24, TimeUnit.Hour)),
                new MaxDose(new Quantity(4, "g"), new TimeSpanAmount(1, TimeUnit.Day)),
            ],
        };
        var json = JsonNode.Parse(DosageJson.Write(dosage))!;
        Assert.Equal(8, (int)json["maxDosePerPeriod"]!["numerator"]!["value"]!);
        Assert.Equal("urn:vejja:fhir:further-max-dose-per-period", (string?)json["extension"]![0]!["url"]);
        Assert.Equal("urn:vejja:fhir:dose-condition", (string?)json["extension"]![1]!["url"]);
        Assert.Equal("urn:vejja:fhir:dosing-cycle", (string?)json["timing"]!["repeat"]!["extension"]![0]!["url"]);
        Assert.Equal(dosage, DosageJson.Read(json.ToJsonString()));
    }

    [Theory]
    [InlineData("0.00000001", "0.00000001")]
    [InlineData("10.0", "10")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("2.50", "2.5")]
    public void Write_Amounts_HaveNoExponentAndNoTrailingZero(string amount, string expected)
    {
        var dosage = new Dosage { Text = "x", Dose = new DoseAmount(new Quantity(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "mg")) };
        Assert.Contains($"\"value\":{expected},", DosageJson.Write(dosage), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sequence":1,"text":"x","asNeededBoolean":true}""", true, null)]
    [InlineData("""{"text":"x","asNeededCodeableConcept":{"text":"pain"}}""", true, "pain")]
    [InlineData("""{"text":"x","asNeededBoolean":false}""", false, null)]
    public void Read_AsNeeded_IsUnderstood(string json, bool asNeeded, string? reason)
    {
        var dosage = DosageJson.Read(json);
        Assert.Equal((asNeeded, reason), (dosage.AsNeeded, dosage.AsNeededReason));
    }

    [Fact]
    public void Read_RouteCodedOnly_IsItsCanonicalName() => Assert.Equal(
        "sublingual", DosageJson.Read("""{"text":"x","route":{"coding":[{"system":"http://snomed.info/sct","code":"37839007"}]}}""").Route);

    [Theory]
    [InlineData("""{"text":"x","timing":{"repeat":{"when":["LUNCH"]}}}""", "timing.repeat.when[0]: is not a known code")]
    [InlineData("""{"text":"x","timing":{"repeat":{"frequency":0}}}""", "timing.repeat.frequency: must be above 0")]
    [InlineData("""{"text":"x","timing":{"repeat":{"periodUnit":"days"}}}""", "timing.repeat.periodUnit: is not a unit of time")]
    [InlineData("""{"text":"x","timing":{"repeat":{"timeOfDay":["25:00"]}}}""", "timing.repeat.timeOfDay[0]: must be a time such as 08:00")]
    [InlineData("""{"text":"x","doseAndRate":[{},{}]}""", "doseAndRate: more than one dose for one instruction is not supported")]
    [InlineData("""{"text":7}""", "text: must be a text")]
    [InlineData("""{"text":"x","sequence":1e30}""", "sequence: must be a whole number in range")]
    [InlineData("""{"text":"\ud800"}""", "text: holds a broken character")]
    public void Read_WrongValue_NamesThePlace(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ContractException>(() => DosageJson.Read(json)).Message);

    private static void AssertJson(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
