using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Cli;
using Vejja.Bench.Rendering;
using Vejja.Bench.Splits;
using Vejja.Bench.Templates;
using Vejja.Bench.Truth;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;

namespace Vejja.Bench.Tests.Rendering;

/// <summary>Every family, laid out by the browser: what the truth says is what the cells say, and the same seed gives the same bytes.</summary>
public sealed class GeneratedTruthTests
{
    private static readonly Dictionary<string, EventTiming> Times = new(StringComparer.Ordinal)
    {
        ["ព្រឹក"] = EventTiming.MORN,
        ["ថ្ងៃត្រង់"] = EventTiming.NOON,
        ["ថ្ងៃ"] = EventTiming.NOON,
        ["ល្ងាច"] = EventTiming.EVE,
        ["យប់"] = EventTiming.NIGHT,
        ["Morning"] = EventTiming.MORN,
        ["Noon"] = EventTiming.NOON,
        ["Evening"] = EventTiming.EVE,
        ["Night"] = EventTiming.NIGHT,
        ["Matin"] = EventTiming.MORN,
        ["Midi"] = EventTiming.NOON,
        ["Soir"] = EventTiming.EVE,
        ["Coucher"] = EventTiming.HS,
    };

    private static readonly Dictionary<EventTiming, EventTiming> WithoutMeal = new()
    {
        [EventTiming.PCM] = EventTiming.MORN,
        [EventTiming.PCD] = EventTiming.NOON,
        [EventTiming.PCV] = EventTiming.EVE,
        [EventTiming.ACM] = EventTiming.MORN,
        [EventTiming.ACD] = EventTiming.NOON,
        [EventTiming.ACV] = EventTiming.EVE,
    };

    [Fact]
    public async Task Truth_OfEveryFamily_ReadsBackAndAgreesWithTheCells()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("vejja-truth-");
        await using var browser = await Chromium.StartAsync(cancellation);
        var press = new SheetPress(browser, Places.Fonts);
        var compared = 0;
        foreach (var family in FamilyList.All)
        {
            var sheet = await press.MakeAsync(family, SeedRanges.Of(family.Split, 77, 0), DegradationLevel.Clean, family.Name + ".jpg", cancellation);
            var path = Path.Combine(folder.FullName, family.Name + ".truth.json");
            TruthFile.Write(path, sheet.Truth);
            var truth = TruthFile.Read(path);
            Assert.Equal(sheet.Truth.Prescription.Medications.Length, truth.Prescription.Medications.Length);
            Assert.DoesNotContain(truth.Prescription.Blocks, block => truth.Prescription.Medications.Any(medication =>
                medication.Strength is { } strength && block.Text.Contains(medication.Name!.Value + strength.Value, StringComparison.Ordinal)));
            compared += truth.Prescription.Medications.Count(medication => AssertAgreesWithCells(truth, medication.Id, medication.DosageInstruction, family.Name));
        }

        folder.Delete(recursive: true);
        // Eleven families have a column for every time of day or more than one of them.
        Assert.InRange(compared, 30, int.MaxValue);
    }

    [Fact]
    public async Task Make_SameSeedInTwoBrowsers_GivesTheSameBytes()
    {
        async Task<byte[]> Make()
        {
            await using var browser = await Chromium.StartAsync(TestContext.Current.CancellationToken);
            var sheet = await new SheetPress(browser, Places.Fonts).MakeAsync(
                FamilyList.Named("receipt"), SeedRanges.Of(Split.Train, 5, 0), DegradationLevel.Mild, "a.jpg", TestContext.Current.CancellationToken);
            return sheet.Pictures[0].Jpeg;
        }

        Assert.Equal(await Make(), await Make());
    }

    /// <summary>The times of a medicine's coding are those of the columns in which its amounts are printed; false where the table has no such columns.</summary>
    private static bool AssertAgreesWithCells(TruthDocument truth, string medication, IReadOnlyList<Dosage> dosages, string family)
    {
        var sources = truth.Roles[medication + ".dose"];
        var printed = truth.Prescription.Tables.SelectMany(table => table.Cells.Where(cell => cell.Row > 0 && cell.Blocks.Any(sources.Contains)).SelectMany(cell => Column(table, cell))).Order().ToArray();
        if (printed.Length == 0)
            return false;
        var coded = dosages.SelectMany(dosage => dosage.Repeat!.When).Select(when => WithoutMeal.GetValueOrDefault(when, when)).Order().ToArray();
        Assert.True(printed.SequenceEqual(coded), $"{family} {medication}: printed {string.Join(' ', printed)}, coded {string.Join(' ', coded)}");
        return true;
    }

    private static IEnumerable<EventTiming> Column(Table table, TableCell cell) =>
        table.Cells.Where(header => header.Row < cell.Row && header.Column == cell.Column && header.ColumnSpan == 1)
            .Select(header => header.Text.Split('\n')[0]).Where(Times.ContainsKey).Take(1).Select(text => Times[text]);
}
