using System.Diagnostics;
using Vejja.Domain.Geometry;
using Vejja.Imaging.Cropping;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;

namespace Vejja.EndToEnd.Tests;

/// <summary>Memory does not grow with the number of scans in one process.</summary>
[Collection("scan")]
public sealed class ScanMemoryTests(ScanSetup setup, ITestOutputHelper output)
{
    private const long AllowedGrowth = 64L << 20;

    private static readonly int Scans = Environment.GetEnvironmentVariable("VEJJA_TEST_LONG") == "1" ? 1000 : 30;

    [Fact]
    public void Read_ManyDocumentsInOneProcess_DoesNotGrow()
    {
        // A part of a sheet: small, so that many can be read, with text for every engine.
        var page = new DocumentDecoder(new()).Decode(File.ReadAllBytes(Path.Combine(ScanSetup.Root, "samples", "hospital-slots.jpg")), CancellationToken.None)[0];
        var part = new PerspectiveCropper().Crop(page, Polygon.From(new Box(0.1 * page.Width, 0.32 * page.Height, 0.6 * page.Width, 0.5 * page.Height)), 0);
        var bytes = PngEncoding.Encode(part);
        for (var scan = 0; scan < 8; scan++)
            setup.Reader.Read(bytes, "part.png", CancellationToken.None);
        var before = Memory();
        for (var scan = 0; scan < Scans; scan++)
            setup.Reader.Read(bytes, "part.png", CancellationToken.None);
        var after = Memory();
        output.WriteLine($"{Scans} scans: {before >> 20} MiB to {after >> 20} MiB");

        Assert.True(after - before < AllowedGrowth, $"{Scans} scans grew from {before >> 20} to {after >> 20} MiB");
    }

    private static long Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
