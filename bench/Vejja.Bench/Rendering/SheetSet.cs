using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Vejja.Bench.Browser;
using Vejja.Bench.Camera;
using Vejja.Bench.Splits;
using Vejja.Bench.Templates;
using Vejja.Bench.Truth;

namespace Vejja.Bench.Rendering;

/// <summary>What a set cost.</summary>
/// <param name="Pages">Number of pages.</param>
/// <param name="WallSeconds">From start to end.</param>
/// <param name="OwnSeconds">Processor seconds of the camera and the rest of this program.</param>
/// <param name="BrowserSeconds">Processor seconds of the browser.</param>
internal sealed record SheetSetCost(int Pages, double WallSeconds, double OwnSeconds, double BrowserSeconds)
{
    /// <summary>In words, with what a thousand pages cost.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Pages} pages in {WallSeconds:0.0} s; processor seconds a page: {OwnSeconds / Pages:0.00} here, {BrowserSeconds / Pages:0.00} in the browser; a thousand pages take {(OwnSeconds + BrowserSeconds) / Pages * 1000 / 60:0.0} processor minutes");
}

/// <summary>A set of sheets: the same numbers give the same files, with the same Chromium and typefaces.</summary>
/// <param name="Count">Number of sheets.</param>
/// <param name="Seed">Seed of the set.</param>
/// <param name="Split">Its split.</param>
/// <param name="Level">How they are photographed; null lets the levels take turns.</param>
/// <param name="Family">One family only, or null.</param>
/// <param name="WithUnknownMedicines">Whether every medicine has an invented name.</param>
internal sealed record SheetSet(int Count, ulong Seed, Split Split, DegradationLevel? Level = null, string? Family = null, bool WithUnknownMedicines = false)
{
    /// <summary>Writes pictures and truth into a folder.</summary>
    public async Task<SheetSetCost> WriteAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var (began, own) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        ImmutableArray<TemplateFamily> families = Family is null ? FamilyList.Of(Split) : [FamilyList.Named(Family)];
        await using var browser = await Chromium.StartAsync(cancellation);
        var press = new SheetPress(browser, Cli.Places.Fonts, WithUnknownMedicines);
        var pages = 0;
        for (var i = 0; i < Count; i++)
        {
            var family = families[i % families.Length];
            var level = Level ?? (DegradationLevel)(1 + (i / families.Length % 3));
            var name = string.Create(CultureInfo.InvariantCulture, $"{i:0000}-{family.Name}-{level.ToString().ToLowerInvariant()}");
            var sheet = await press.MakeAsync(family, SeedRanges.Of(family.Split, Seed, i), level, name + (family.Name == "two-pages" ? ".pdf" : ".jpg"), cancellation);
            var bytes = sheet.Pictures.Length == 1 ? sheet.Pictures[0].Jpeg : PdfOfPictures.Write(sheet.Pictures);
            var path = Path.Combine(folder, sheet.Truth.Prescription.File);
            await File.WriteAllBytesAsync(path, bytes, cancellation);
            TruthFile.Write(path + ".truth.json", sheet.Truth);
            pages += sheet.Pictures.Length;
        }

        return new(pages, Stopwatch.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - own).TotalSeconds, browser.ProcessorSeconds());
    }
}
