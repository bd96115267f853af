using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Vejja.Domain.Dosing;
using Vejja.Domain.Evidence;
using Vejja.Domain.Medications;
using Vejja.Reading.Dosing;
using Vejja.Reading.Layout;
using Vejja.Reading.Medications;
using Vejja.Reading.Safety;
using static Vejja.Reading.Tests.Safety.Sheet;

namespace Vejja.Reading.Tests.Safety;

/// <summary>Every flag that can be raised has hits and near misses in <c>Cases/flags.tsv</c>, and each of them is what it says.</summary>
public sealed class FlagCasesTests
{
    private const int Fewest = 3;
    private const string Header = "ឈ្មោះឱសថ|ចំនួន|ព្រឹក|ថ្ងៃត្រង់|ល្ងាច|យប់";

    private sealed record Case(string Code, bool Hit, string Kind, string What);

    public static TheoryData<string, bool, string, string> Cases() => [.. Load().Select(each => (each.Code, each.Hit, each.Kind, each.What))];

    [Fact]
    public void Cases_OfEveryCode_AreThreeHitsAndThreeNearMissesAtLeast()
    {
        var counts = Load().ToLookup(each => each.Code, StringComparer.Ordinal);
        Assert.All(FlagMessages.Codes, code => Assert.True(counts[code].Count(each => each.Hit) >= Fewest && counts[code].Count(each => !each.Hit) >= Fewest, code));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Flags_OfACase_HoldTheCodeOrNot(string code, bool hit, string kind, string what)
    {
        var flags = kind switch
        {
            "sig" => SigWarnings.Add(SigReader.Read(what)).Flags,
            "medicine" => Medicines(what),
            _ => Row(what),
        };
        Assert.Equal(hit, flags.Any(flag => flag.Code == code));
    }

    private static IEnumerable<Case> Load([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Cases", "flags.tsv")).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(columns => new Case(columns[0], columns[1] == "hit", columns[2], columns[3]));

    // name=Paracetamol; strength=500 mg; dose=2; unit=tablet; times=3; per=wk; quantity=14; days=7; max=8 tablet; other=Tiffy; others=2; line=Inderal40 mg
    private static ImmutableArray<Flag> Medicines(string what)
    {
        var parts = what.Split(';', StringSplitOptions.TrimEntries).Select(each => each.Split('=')).ToDictionary(each => each[0], each => each[1], StringComparer.Ordinal);
        var unit = parts.GetValueOrDefault("unit", "tablet");
        var medicine = Medicine(parts["name"], parts.GetValueOrDefault("strength"));
        if (parts.TryGetValue("dose", out var dose))
        {
            medicine = medicine.Dosed(new Dosage
            {
                Text = "as printed",
                Dose = new DoseAmount(new Quantity(Number(dose), unit)),
                Repeat = new Repeat { Frequency = (int)Number(parts.GetValueOrDefault("times", "2")), Period = 1, PeriodUnit = parts.GetValueOrDefault("per") == "wk" ? TimeUnit.Week : TimeUnit.Day },
                MaxDosePerPeriod = parts.TryGetValue("max", out var max) ? [new MaxDose(new Quantity(Number(max.Split(' ')[0]), max.Split(' ')[1]), new TimeSpanAmount(1, TimeUnit.Day))] : [],
            });
        }

        if (parts.TryGetValue("quantity", out var quantity))
            medicine = medicine.Of(Number(quantity)).For(Number(parts["days"]));
        string[] names = ["Ibuprofen", "Omeprazole", "Losartan"];
        var others = parts.TryGetValue("other", out var other) ? [Medicine(other) with { Id = "m2" }]
            : names.Take((int)Number(parts.GetValueOrDefault("others", "0"))).Select(name => Medicine(name).Daily(1, 2)).ToArray();
        var blocks = ImmutableDictionary<string, string>.Empty.Add("b1", parts.GetValueOrDefault("line", parts["name"]));
        return SafetyReview.Check([medicine, .. others], blocks)[0].Flags;
    }

    private static ImmutableArray<Flag> Row(string what)
    {
        var space = what.IndexOf(' ', StringComparison.Ordinal);
        var sure = double.TryParse(what[..space], NumberStyles.Float, CultureInfo.InvariantCulture, out var confidence);
        var table = Printed.Table(sure ? confidence : 0.98, Header, sure ? what[(space + 1)..] : what);
        table = table with { Cells = [.. table.Cells.Select(cell => cell with { Lines = [.. cell.Lines.Select(Marked)] })] };
        var sheet = new Vejja.Reading.Layout.Sheet([.. table.Cells.SelectMany(cell => cell.Lines)], [table]);
        return MedicationReview.Finish(SafetyReview.Check([.. TableMedications.Read(MedicineTables.Find(sheet))])[0]).Flags;
    }

    private static TextLine Marked(TextLine line)
    {
        var (text, marks) = line.Text switch
        {
            var written when written.EndsWith("{crossed}", StringComparison.Ordinal) => (written[..^9], LineMarks.CrossedOut),
            var written when written.EndsWith("{coloured}", StringComparison.Ordinal) => (written[..^10], LineMarks.Coloured),
            var written => (written, LineMarks.None),
        };
        return marks == LineMarks.None ? line : line with { Reading = Printed.Reading(text), Marks = marks };
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
