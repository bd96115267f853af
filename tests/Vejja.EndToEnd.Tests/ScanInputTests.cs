using System.Text;
using Vejja.App;
using Vejja.App.Cli;
using Vejja.Domain.Medications;
using Vejja.Exchange.Wording;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Reading.Pages;

namespace Vejja.EndToEnd.Tests;

/// <summary>Bad input, and pictures without a prescription: a clear error or a result that a person must check.</summary>
[Collection("scan")]
public sealed class ScanInputTests(ScanSetup setup) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("vejja-scan-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Scan_BadFilesAmongGoodOnes_GivesALineForEachInOrderAndExitCodeTwo()
    {
        var good = Write("b.png", PngEncoding.Encode(Drawn((_, _) => false)));
        string[] paths = [Write("a.jpg", []), good, Write("c.jpg", Encoding.UTF8.GetBytes("this is no picture at all, only its name says so")), Path.Combine(folder.FullName, "missing.png")];

        var (exitCode, output, errors) = await RunAsync(paths);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, exitCode);
        Assert.Equal(4, lines.Length);
        Assert.Contains("\"code\":\"empty-file\"", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"schema\":\"vejja/prescription/1\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"code\":\"unsupported-format\"", lines[2], StringComparison.Ordinal);
        Assert.Contains("\"code\":\"not-found\"", lines[3], StringComparison.Ordinal);
        Assert.Contains("a.jpg", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    /// <summary>What people and attackers send instead of a photograph, through the whole program: one line each, exit code 2, and nothing of it is decoded.</summary>
    [Fact]
    public async Task Scan_HostileFiles_GivesEachItsCode()
    {
        var sample = await File.ReadAllBytesAsync(Path.Combine(ScanSetup.Root, "samples", "ordonnance.jpg"), TestContext.Current.CancellationToken);
        var sparse = Path.Combine(folder.FullName, "sparse.jpg");
        await using (var stream = File.OpenWrite(sparse))
            stream.SetLength(2L << 30);
        (string Path, string Code)[] files =
        [
            (Write("truncated.jpg", sample[..(sample.Length / 2)]), "damaged-file"), (sparse, "too-large"),
            (Write("long.pdf", LongPdf(10_000)), "too-many-pages"), (Write("nothing.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nnothing follows")), "damaged-file"),
        ];
        var allocated = GC.GetTotalAllocatedBytes();

        var (exitCode, output, errors) = await RunAsync([.. files.Select(file => file.Path)]);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((2, files.Length), (exitCode, lines.Length));
        Assert.All(files.Zip(lines), pair => Assert.Contains($"\"code\":\"{pair.First.Code}\"", pair.Second, StringComparison.Ordinal));
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file.Path), errors, StringComparison.Ordinal));
        Assert.InRange(GC.GetTotalAllocatedBytes() - allocated, 0, 512L << 20);
    }

    [Fact]
    public void Read_PageUpsideDown_IsReadLikeTheUprightOne()
    {
        var path = Path.Combine(ScanSetup.Root, "samples", "ordonnance.jpg");
        var page = new DocumentDecoder(new()).Decode(File.ReadAllBytes(path), CancellationToken.None)[0];

        var turned = setup.Reader.Read(PngEncoding.Encode(UpsideDown(page)), "turned.png", CancellationToken.None).Prescription;

        Assert.Equal(180, turned.Pages[0].Rotation);
        Assert.Equal(setup.Read(path).Prescription.Medications.Select(Told), turned.Medications.Select(Told));

        static (string?, string?) Told(Medication medication) => (medication.Name?.Value, medication.Strength?.Value);
    }

    [Fact]
    public async Task Scan_Folder_ReadsItsDocumentsByName()
    {
        Write("2.png", PngEncoding.Encode(Drawn((_, _) => false)));
        Write("1.png", PngEncoding.Encode(Drawn((_, _) => false)));
        Write("notes.txt", [65]);

        var (exitCode, output, _) = await RunAsync([folder.FullName]);

        Assert.Equal(0, exitCode);
        Assert.Equal(["1.png", "2.png"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Contains("\"file\":\"1.png\"", StringComparison.Ordinal) ? "1.png" : "2.png"));
    }

    [Fact]
    public void Read_BlankPaper_HasNoTextAndNeedsReview()
    {
        var prescription = setup.Reader.Read(PngEncoding.Encode(Drawn((_, _) => false)), "blank.png", CancellationToken.None).Prescription;

        Assert.Empty(prescription.Medications);
        Assert.True(prescription.RequiresReview);
        Assert.Contains("no-text", prescription.Pages[0].Warnings);
    }

    [Fact]
    public void Read_PictureWithoutText_GivesNoMedicineAndNeedsReview()
    {
        // Fur and whiskers: soft blobs and long thin strokes.
        var prescription = setup.Reader.Read(PngEncoding.Encode(Drawn((x, y) =>
            ((x - 300) * (x - 300)) + ((y - 300) * (y - 300)) < 40000 && ((x * 7) + (y * 3)) % 23 < 9 || Math.Abs((0.3 * x) - y + 200) < 1.5)), "cat.png", CancellationToken.None).Prescription;

        Assert.Empty(prescription.Medications);
        Assert.True(prescription.RequiresReview);
    }

    [Fact]
    public void Read_HandwritingOnly_NeedsReviewAndIsSureOfNothing()
    {
        // Four lines of connected waves, as a pen draws them.
        var prescription = setup.Reader.Read(PngEncoding.Encode(Drawn((x, y) => x is > 60 and < 540 && Enumerable.Range(1, 4).Any(line =>
            Math.Abs(y - (120 * line) - (14 * Math.Sin(x / (6.0 + line))) - (9 * Math.Sin(x / 17.0))) < 2.2))), "hand.png", CancellationToken.None).Prescription;

        Assert.True(prescription.RequiresReview);
        Assert.DoesNotContain(prescription.Medications, medication => !medication.RequiresReview);
    }

    private static PageImage UpsideDown(PageImage page)
    {
        var turned = new byte[page.Rgb.Length];
        for (var (from, to) = (0, turned.Length - 3); from < turned.Length; from += 3, to -= 3)
            page.Rgb.AsSpan(from, 3).CopyTo(turned.AsSpan(to, 3));
        return new(page.Width, page.Height, turned);
    }

    private static byte[] LongPdf(int pages)
    {
        var body = new StringBuilder("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[");
        for (var page = 0; page < pages; page++)
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{page + 3} 0 R ");
        body.Append(System.Globalization.CultureInfo.InvariantCulture, $"]/Count {pages}>>endobj\n");
        for (var page = 0; page < pages; page++)
            body.Append(System.Globalization.CultureInfo.InvariantCulture, $"{page + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n");
        return Encoding.ASCII.GetBytes(body.Append("trailer<</Root 1 0 R>>\n%%EOF").ToString());
    }

    private static PageImage Drawn(Func<int, int, bool> isInk)
    {
        const int Size = 600;
        var rgb = new byte[3 * Size * Size];
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
                rgb.AsSpan(3 * ((y * Size) + x), 3).Fill(isInk(x, y) ? (byte)40 : (byte)235);
        }

        return new PageImage(Size, Size, rgb);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] paths)
    {
        await using StringWriter output = new(), errors = new();
        var exitCode = await new ScanRun(new ScanRequest(paths, "json", EngineChoice.Auto, null, WordingLanguage.English, false), output, errors, TimeProvider.System).RunAsync(CancellationToken.None);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
