using System.Text;
using System.Text.Json.Nodes;

namespace Vejja.EndToEnd.Tests.Cli;

public sealed class RemindCommandTests
{
    private const string Head = """{"schema":"vejja/prescription/1","file":"a.jpg","medications":[""";

    private const string ThreeADay = Head + """
        {"id":"m1","name":{"value":"Paracetamol","confidence":0.9,"source":["b1"]},
         "dosageInstruction":[{"sequence":1,"text":"Paracetamol ១ គ្រាប់ ក្រោយបាយ","timing":{"repeat":{"frequency":3,"period":1,"periodUnit":"d","when":["PC"],
           "boundsDuration":{"value":2,"unit":"d","system":"http://unitsofmeasure.org","code":"d"}}},
           "doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet","system":"http://unitsofmeasure.org","code":"{tablet}"}}]}]},
        {"id":"m2","dosageInstruction":[],"flags":[{"code":"as-directed","severity":"block","field":"dose"}]}]}
        """;

    [Fact]
    public async Task Remind_Json_ListsEveryDoseAndEveryReason()
    {
        var (exitCode, output, errors) = await RemindAsync(ThreeADay);
        Assert.Equal(0, exitCode);
        var plan = JsonNode.Parse(output)!;
        var series = plan["medications"]![0]!["series"]!.AsArray();
        Assert.Equal(3, series.Count);
        Assert.Equal(
            ["2026-11-21T07:00:00+07:00", "2026-11-22T07:00:00+07:00"],
            series[0]!["occurrences"]!.AsArray().Select(dose => (string)dose!["local"]!));
        Assert.Equal("conditional", (string?)plan["medications"]![1]!["withheld"]![0]!["reason"]);
        Assert.False((bool)plan["approved"]!);
        Assert.Equal("vejja: nobody has approved this prescription; check every dose before you follow the reminders\n", errors);
    }

    [Fact]
    public async Task Remind_Calendar_ThreeEvents()
    {
        var (exitCode, output, _) = await RemindAsync(ThreeADay, "--format", "ics");
        Assert.Equal(0, exitCode);
        Assert.Equal(3, output.Split("BEGIN:VEVENT\r\n").Length - 1);
        Assert.Contains("DTSTART;TZID=Asia/Phnom_Penh:20261121T070000\r\nRRULE:FREQ=DAILY;UNTIL=20261122T000000Z\r\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_HideNames_NoNameInAnyOutput()
    {
        foreach (var format in new[] { "json", "ics" })
        {
            var (_, output, _) = await RemindAsync(ThreeADay, "--hide-names", "--format", format);
            Assert.DoesNotContain("Paracetamol", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Remind_RequireApproval_NoReminderUntilApproved()
    {
        var (_, refused, _) = await RemindAsync(ThreeADay, "--require-approval");
        Assert.Equal("not-approved", (string?)JsonNode.Parse(refused)!["medications"]![0]!["withheld"]![0]!["reason"]);
        var (_, approved, errors) = await RemindAsync(ThreeADay, "--require-approval", "--approved");
        Assert.Equal(3, JsonNode.Parse(approved)!["medications"]![0]!["series"]!.AsArray().Count);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Remind_CorrectedThenCancelled_SameIdentifiersHigherSequence()
    {
        var (_, first, _) = await RemindAsync(ThreeADay, "--format", "ics");
        var (_, cancelled, _) = await RemindAsync(ThreeADay, "--format", "ics", "--sequence", "3", "--cancel");
        Assert.Equal(Lines(first, "UID:"), Lines(cancelled, "UID:"));
        Assert.Equal(["SEQUENCE:4", "SEQUENCE:4", "SEQUENCE:4"], Lines(cancelled, "SEQUENCE:"));
        Assert.Equal(["METHOD:CANCEL"], Lines(cancelled, "METHOD:"));
    }

    [Fact]
    public async Task Remind_JsonLines_GoodOnesComeOutBesideBadOnes()
    {
        var line = ThreeADay.ReplaceLineEndings("");
        var (exitCode, output, errors) = await RemindAsync($"{line}\n{{\"file\":\"b.jpg\",\"error\":{{\"code\":\"unreadable\",\"message\":\"x\"}}}}\n{line}\n");
        Assert.Equal(2, exitCode);
        var plans = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(text => JsonNode.Parse(text)!).ToArray();
        Assert.Equal(2, plans.Length);
        Assert.NotEqual((string?)plans[0]["medications"]![0]!["series"]![0]!["uid"], (string?)plans[1]["medications"]![0]!["series"]![0]!["uid"]);
        Assert.Contains("vejja: -: prescription 2: this file was not read by the scan; scan it again\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_OwnHours_AreUsed()
    {
        var (_, output, _) = await RemindAsync(ThreeADay, "--hours", "06:30,11:00,17:15,20:00");
        Assert.Contains("2026-11-21T17:15:00+07:00", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-31", "Asia/Phnom_Penh", "--start: '2026-11-31' is not a date such as 2026-11-21 between 1900 and 2200")]
    [InlineData("21/11/2026", "Asia/Phnom_Penh", "--start: '21/11/2026' is not a date such as 2026-11-21 between 1900 and 2200")]
    [InlineData("9999-12-31", "Asia/Phnom_Penh", "--start: '9999-12-31' is not a date such as 2026-11-21 between 1900 and 2200")]
    [InlineData("2026-11-21", "Asia/Atlantis", "--timezone: 'Asia/Atlantis' is not an IANA time zone such as Asia/Phnom_Penh")]
    [InlineData("2026-11-21", "", "--timezone: '' is not an IANA time zone such as Asia/Phnom_Penh")]
    public async Task Remind_BadOption_OneLineAndExitCodeTwo(string start, string zone, string message)
    {
        var (exitCode, output, errors) = await VejjaProgram.RunAsync(ThreeADay, "remind", "-", "--start", start, "--timezone", zone);
        Assert.Equal((2, "", $"vejja: {message}\n"), (exitCode, output, errors));
    }

    public static TheoryData<string> BadPrescriptions() =>
    [
        "", "not json", "{", "[]", "null", "\"x\"", "{\"schema\":\"vejja/prescription/2\"}",
        new StringBuilder("{\"schema\":").Append('[', 200_000).ToString(),
        Head + """{"id":"m1","quantity":{"value":{"value":1e400,"unit":"tablet"}}}]}""",
        Head + """{"id":"m1","dosageInstruction":[{"text":"x","timing":{"repeat":{"frequency":99999999999,"period":1,"periodUnit":"d"}}}]}]}""",
        Head + """{"id":"m1","dosageInstruction":[{"text":"x","timing":{"repeat":{"frequency":1,"period":1,"periodUnit":"fortnight"}}}]}]}""",
        Head + """{"id":"m1","dosageInstruction":{"text":"x"}}]}""",
    ];

    [Theory]
    [MemberData(nameof(BadPrescriptions))]
    public async Task Remind_BadPrescription_OneLineAndExitCodeTwo(string prescription)
    {
        var (exitCode, output, errors) = await RemindAsync(prescription);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches("^vejja: -: [^\n]+\n$", errors);
    }

    [Theory]
    [InlineData("""{"repeat":{"frequency":1,"period":1e28,"periodUnit":"a"}}""")]
    [InlineData("""{"repeat":{"frequency":2147483647,"period":0.0000001,"periodUnit":"s"}}""")]
    [InlineData("""{"repeat":{"frequency":1,"period":1,"periodUnit":"d","boundsDuration":{"value":1e28,"unit":"a","system":"http://unitsofmeasure.org","code":"a"}}}""")]
    [InlineData("""{"repeat":{"frequency":24,"period":1,"periodUnit":"d","count":2147483647}}""")]
    [InlineData("""{"repeat":{"when":["PC"],"offset":2147483647}}""")]
    [InlineData("""{"event":["0001-01-01","9999-12-31"]}""")]
    [InlineData("""{"repeat":{"frequency":1,"period":1,"periodUnit":"d","boundsPeriod":{"start":"9999-12-31","end":"9999-12-31"}}}""")]
    [InlineData("""{"repeat":{"frequency":1,"period":0.7,"periodUnit":"h","count":100000}}""")]
    public async Task Remind_ExtremeNumbers_EndWellAndSoon(string timing)
    {
        var prescription = Head + """{"id":"m1","quantity":{"value":{"value":1e28,"unit":"tablet"}},"dosageInstruction":[{"text":"x","timing":""" + timing
            + ""","doseAndRate":[{"doseQuantity":{"value":0.0001,"unit":"tablet"}}]}]}]}""";
        foreach (var format in new[] { "json", "ics" })
        {
            var (exitCode, output, errors) = await RemindAsync(prescription, "--format", format);
            Assert.True(exitCode == 0, errors);
            Assert.NotEmpty(output);
        }
    }

    [Fact]
    public async Task Remind_NoSuchFile_OneLineAndExitCodeTwo()
    {
        var (exitCode, _, errors) = await VejjaProgram.RunAsync("", "remind", "no-such.json", "--start", "2026-11-21", "--timezone", "Asia/Phnom_Penh");
        Assert.Equal((2, "vejja: no-such.json: no such file\n"), (exitCode, errors));
    }

    private static Task<(int ExitCode, string Output, string Errors)> RemindAsync(string prescription, params string[] options) =>
        VejjaProgram.RunAsync(prescription, ["remind", "-", "--start", "2026-11-21", "--timezone", "Asia/Phnom_Penh", .. options]);

    private static string[] Lines(string calendar, string start) =>
        [.. calendar.Split("\r\n").Where(line => line.StartsWith(start, StringComparison.Ordinal))];
}
