using System.Text;
using System.Text.Json.Nodes;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Exchange.Contract;

namespace Vejja.Exchange.Tests.Contract;

public sealed class PrescriptionJsonTests
{
    [Fact]
    public void WriteRead_EveryMember_NothingIsLost()
    {
        var line = PrescriptionJson.Write(SamplePrescriptions.Full);
        Assert.Equal(line, PrescriptionJson.Write(PrescriptionJson.Read(line)));
        var (expected, actual) = (SamplePrescriptions.Full, PrescriptionJson.Read(line));
        Assert.Equal(expected.Fields with { Diagnosis = [] }, actual.Fields with { Diagnosis = [] });
        Assert.Equal<Reading<string>>(expected.Fields.Diagnosis, actual.Fields.Diagnosis);
        Assert.Equal<Block>(expected.Blocks, actual.Blocks);
        Assert.Equal(expected.Pages[0].Transform, actual.Pages[0].Transform);
        Assert.Equal<SlotHours>(expected.SlotHours, actual.SlotHours);
        Assert.Equal(expected.Medications[0].DosageEvidence, actual.Medications[0].DosageEvidence);
        Assert.Equal(expected.Medications[0].Duration, actual.Medications[0].Duration);
        Assert.Equal<Flag>(expected.Medications[0].Flags, actual.Medications[0].Flags);
        Assert.Equal(expected.Medications[0].DosageInstruction, actual.Medications[0].DosageInstruction);
    }

    [Fact]
    public void WriteRead_NothingRead_IsEmpty()
    {
        var read = PrescriptionJson.Read(PrescriptionJson.Write(SamplePrescriptions.Empty));
        Assert.Equal("blank.png", read.File);
        Assert.Empty(read.Medications);
        Assert.Null(read.Fields.PatientName);
    }

    [Fact]
    public void Write_Full_HasTheShapeOfTheContract()
    {
        var line = PrescriptionJson.Write(SamplePrescriptions.Full);
        Assert.DoesNotContain('\n', line);
        Assert.Contains("ក្រោយបាយ", line, StringComparison.Ordinal);
        Assert.Contains("500 mg + 125 mg", line, StringComparison.Ordinal);
        var json = JsonNode.Parse(line)!;
        Assert.Equal("vejja/prescription/1", (string?)json["schema"]);
        Assert.Equal("[[1,0.01,5],[-0.01,1,7],[0,0.0001,1]]", json["pages"]![0]!["transform"]!.ToJsonString());
        Assert.Equal("""{"x1":1.5,"y1":2,"x2":30.25,"y2":40}""", json["blocks"]![0]!["box"]!.ToJsonString());
        Assert.Equal("[[1.5,2],[30.25,2],[30.25,40],[1.5,40]]", json["blocks"]![0]!["polygon"]!.ToJsonString());
        Assert.Equal("table", (string?)json["blocks"]![0]!["type"]);
        Assert.Equal("none", (string?)json["blocks"]![1]!["script"]);
        Assert.Equal("""{"value":3.5,"unit":"mo"}""", json["fields"]!["age"]!["value"]!.ToJsonString());
        Assert.Equal(2, json["fields"]!["diagnosis"]!.AsArray().Count);
        var medication = json["medications"]![0]!;
        Assert.Equal("""{"value":"Paracetamol","raw":"Paracetamo1","confidence":0.97,"source":["b21"]}""", medication["name"]!.ToJsonString());
        Assert.Equal("""{"value":15,"unit":"tablet"}""", medication["quantity"]!["value"]!.ToJsonString());
        Assert.True((bool)medication["duration"]!["derived"]!);
        Assert.Equal("PCV", (string?)medication["dosageInstruction"]![1]!["timing"]!["repeat"]!["when"]![0]);
        Assert.Equal("block", (string?)medication["flags"]![1]!["severity"]);
        Assert.Equal("""{"when":"EVE","from":"17:00","to":"18:00","confidence":0.95,"source":["b2"]}""", json["slotHours"]![0]!.ToJsonString());
    }

    [Fact]
    public void Write_Confidence_HasFourDigits()
    {
        var line = PrescriptionJson.Write(SamplePrescriptions.Empty with { Confidence = 0.123456789 });
        Assert.Contains("\"confidence\":0.1235,", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EvidenceInDosageOnly_IsFound()
    {
        var json = JsonNode.Parse(PrescriptionJson.Write(SamplePrescriptions.Full))!;
        json["medications"]![0]!.AsObject().Remove("dosageEvidence");
        var evidence = PrescriptionJson.Read(json.ToJsonString()).Medications[0].DosageEvidence;
        Assert.Equal(0.91, evidence!.Confidence);
        Assert.Equal<string>(["b24", "b25"], evidence.Source);
    }

    [Theory]
    [InlineData("", "not valid JSON (line 1, byte 1)")]
    [InlineData("{", "not valid JSON (line 1, byte 2)")]
    [InlineData("[]", "must be an object")]
    [InlineData("{}", "'schema' is missing")]
    [InlineData("""{"schema":"vejja/prescription/9"}""", "schema: must be 'vejja/prescription/1'")]
    [InlineData("""{"schema":"vejja/prescription/1","schema":"x"}""", "not valid JSON (a name stands twice in one object)")]
    [InlineData("""{"schema":"vejja/prescription/1","confidence":1e999}""", "confidence: must be a number in range")]
    [InlineData("""{"schema":"vejja/prescription/1","confidence":1.5}""", "confidence: must be between 0 and 1")]
    [InlineData("""{"schema":"vejja/prescription/1","medications":[{"id":"m1"},{"id":"m1"}]}""", "medications: two medicines have one id")]
    [InlineData("""{"schema":"vejja/prescription/1","medications":{}}""", "medications: must be an array")]
    [InlineData("""{"schema":"vejja/prescription/1","medications":[{"id":"m1","quantity":{"value":{"value":1e99,"unit":"tablet"}}}]}""", "medications[0].quantity.value.value: must be a number in range")]
    [InlineData("""{"schema":"vejja/prescription/1","fields":{"date":{"value":"21/11/2026"}}}""", "fields.date.value: must be a date such as 2026-11-21")]
    [InlineData("""{"schema":"vejja/prescription/1","fields":{"age":{"value":{"value":3,"unit":"years"}}}}""", "fields.age.value: the unit must be a, mo, wk or d")]
    [InlineData("""{"schema":"vejja/prescription/1","slotHours":[{"when":"PCM","from":"06:00","to":"08:00"}]}""", "slotHours[0]: 'when' must be a time of day")]
    public void Read_NotTheContract_SaysWhere(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ContractException>(() => PrescriptionJson.Read(json)).Message);

    [Fact]
    public void Read_DeepNesting_IsRefused()
    {
        var json = new StringBuilder("""{"schema":"vejja/prescription/1","x":""").Append('[', 100_000).Append(']', 100_000).Append('}').ToString();
        Assert.StartsWith("not valid JSON", Assert.Throws<ContractException>(() => PrescriptionJson.Read(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BrokenUtf8_IsRefused() =>
        Assert.Throws<ContractException>(() => PrescriptionJson.Read(new byte[] { 0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d }));

    [Fact]
    public void Write_Failure_IsOneLine() => Assert.Equal(
        """{"file":"ប.jpg","error":{"code":"unreadable","message":"not an image"}}""", FailureJson.Write("ប.jpg", "unreadable", "not an image"));
}
