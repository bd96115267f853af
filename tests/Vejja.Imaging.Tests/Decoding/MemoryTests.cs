using System.Diagnostics;
using Vejja.Imaging.Decoding;
using Vejja.Imaging.Pictures;
using Vejja.Imaging.Tests.Pictures;
using Vejja.Tests.Shared;

namespace Vejja.Imaging.Tests.Decoding;

[Collection(nameof(MeasuredAlone))]
public sealed class MemoryTests
{
    [Fact]
    public void Decode_HundredTimes_GivesNativeMemoryBack()
    {
        var file = PngEncoding.Encode(Drawing.Of(1000, 800, (x, y) => ((byte)(x & 255), (byte)(y & 255), 9)));
        var decoder = new DocumentDecoder(new DecodeLimits());
        for (int i = 0; i < 20; i++)
            decoder.Decode(file, TestContext.Current.CancellationToken);
        long before = Native();
        for (int i = 0; i < 100; i++)
            decoder.Decode(file, TestContext.Current.CancellationToken);
        // One leaked picture would be 3.2 MB.
        Assert.InRange(Native() - before, long.MinValue, 60L << 20);
    }

    /// <summary>Resident bytes that the managed heap does not account for.</summary>
    private static long Native()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes;
    }
}
