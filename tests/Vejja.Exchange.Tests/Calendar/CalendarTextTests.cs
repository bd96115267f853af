using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Vejja.Domain.Dosing;
using Vejja.Domain.Reminders;
using Vejja.Exchange.Calendar;
using Vejja.Exchange.Wording;
using Vejja.Scheduling;

namespace Vejja.Exchange.Tests.Calendar;

public sealed class CalendarTextTests
{
    private static readonly DateTimeOffset Stamp = new(2026, 11, 21, 1, 2, 3, TimeSpan.Zero);

    [Fact]
    public async Task Write_EveryKindOfSeries_IndependentReaderSeesTheSameInstants()
    {
        var plans = CalendarPlans.All;
        var calendars = await ReadAsync([.. plans.Select(plan => Write(plan))]);
        Assert.Equal(plans.Length, calendars.Length);
        foreach (var (plan, calendar) in plans.Zip(calendars))
        {
            var series = plan.Medications.SelectMany(medication => medication.Series).ToArray();
            var events = calendar["events"]!.AsArray();
            Assert.True(series.Length >= 20, "the plans must hold every kind of series");
            Assert.Equal(series.Length, events.Count);
            foreach (var (one, read) in series.Zip(events))
            {
                Assert.Equal(one.Uid, (string?)read!["uid"]);
                Assert.Equal(1, (int)read["alarms"]!);
                Assert.Equal("Paracétamol; \"500, mg\" \\ ប៉ារ៉ាសេតាម៉ុល: 1 tablet", (string?)read["summary"]);
                Assert.Equal(one.Instruction, (string?)read["description"]);
                var expected = one.Occurrences.Select(dose => dose.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)).ToArray();
                var actual = read["occurrences"]!.AsArray().Select(moment => (string)moment!).ToArray();
                Assert.Equal(expected, one.OpenEnded ? actual[..expected.Length] : actual);
            }
        }
    }

    [Fact]
    public void Write_LongKhmerText_FoldsWithoutCuttingACharacter()
    {
        var lines = CalendarPlans.All.SelectMany(plan => Write(plan).Split("\r\n")).ToArray();
        Assert.Contains(lines, line => line.StartsWith(' '));
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.All(lines, line => Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(line))));
        Assert.All(lines, line => Assert.False(line.Length > 1 && char.IsLowSurrogate(line[1]) && line[0] == ' ', "a pair was cut"));
    }

    [Fact]
    public void Write_WallClock_HasZoneAndUtcUntil()
    {
        var text = Write(Plan(new Repeat { Frequency = 1, Period = 2, PeriodUnit = TimeUnit.Day, BoundsDuration = new TimeSpanAmount(5, TimeUnit.Day) }));
        Assert.Contains("DTSTART;TZID=Asia/Phnom_Penh:20261121T070000\r\nRRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261125T000000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Phnom_Penh\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Elapsed_StartsInUtc()
    {
        var text = Write(Plan(new Repeat { Frequency = 1, Period = 8, PeriodUnit = TimeUnit.Hour, Count = 3 }));
        Assert.Contains("DTSTART:20261121T000000Z\r\nRRULE:FREQ=HOURLY;INTERVAL=8;UNTIL=20261121T160000Z\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_Cancelled_IsMethodCancelWithHigherSequence()
    {
        var plan = Plan(new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, Count = 3 });
        var calendar = Assert.Single(await ReadAsync([Write(PlanRevision.End(PlanRevision.At(plan, 4)))]));
        Assert.Equal("CANCEL", (string?)calendar["method"]);
        var cancelled = Assert.Single(calendar["events"]!.AsArray())!;
        Assert.Equal(("CANCELLED", 5, 0), ((string?)cancelled["status"], (int)cancelled["sequence"]!, (int)cancelled["alarms"]!));
        Assert.Equal(plan.Medications.Single().Series.Single().Uid, (string?)cancelled["uid"]);
    }

    [Fact]
    public void Write_NameHidden_SaysMedicineOnly()
    {
        var plan = Plan(new Repeat { Frequency = 1, Period = 1, PeriodUnit = TimeUnit.Day, Count = 3 });
        var hidden = plan with
        {
            Medications = [.. plan.Medications.Select(medication => medication with
            {
                Name = null,
                Series = [.. medication.Series.Select(series => series with { Instruction = null })],
            })],
        };
        var text = CalendarText.Write([hidden], ZoneRules.Of([hidden]), Stamp, WordingLanguage.French);
        Assert.Contains("SUMMARY:Médicament: 1 comprimé\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("X", text.Replace("TZOFFSET", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static ReminderPlan Plan(Repeat repeat) => CalendarPlans.Plan("Asia/Phnom_Penh", new LocalDateTime(2026, 11, 21, 0, 0), "X", repeat);

    private static string Write(ReminderPlan plan) => CalendarText.Write([plan], ZoneRules.Of([plan]), Stamp, WordingLanguage.English);

    private static async Task<ImmutableArray<JsonNode>> ReadAsync(ImmutableArray<string> calendars)
    {
        var input = string.Concat(calendars.Select(calendar => JsonSerializer.Serialize(calendar) + "\n"));
        var output = await Tools.RunAsync("/usr/bin/python3", [Tools.Script("read_calendar.py")], input, TestContext.Current.CancellationToken);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
