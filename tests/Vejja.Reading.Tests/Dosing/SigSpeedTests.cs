using System.Diagnostics;
using Vejja.Reading.Dosing;
using Vejja.Tests.Shared;

namespace Vejja.Reading.Tests.Dosing;

[Collection(nameof(MeasuredAlone))]
public sealed class SigSpeedTests
{
    /// <summary>Sigs a second of processor time. The aim is 20,000; the test allows for other tests beside it.</summary>
    private const double Slowest = 4_000;

    /// <summary>Bytes allocated for one sig, at most.</summary>
    private const double MostBytes = 20_000;

    [Fact]
    public void Read_AllCases_IsQuickAndAllocatesLittle()
    {
        var texts = new[] { "sigs-en.tsv", "sigs-fr.tsv", "sigs-km.tsv" }.SelectMany(file => SigCases.Load(file)).Select(each => each.Text).ToArray();
        Pass(texts, 4);
        var best = 0.0;
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        const int Rounds = 5;
        for (var round = 0; round < Rounds; round++)
            best = Math.Max(best, Pass(texts, 2));
        bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (Rounds * 2 * texts.Length);
        TestContext.Current.TestOutputHelper!.WriteLine($"{best:0} sigs a second, {bytes} bytes a sig");
        Assert.True(best > Slowest, $"{best:0} sigs a second");
        Assert.True(bytes < MostBytes, $"{bytes} bytes a sig");
    }

    private static double Pass(string[] texts, int times)
    {
        // Processor time, not wall time: the machine may be shared.
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < times; i++)
        {
            foreach (var text in texts)
                SigReader.Read(text);
        }

        process.Refresh();
        return times * texts.Length / (process.TotalProcessorTime - before).TotalSeconds;
    }
}
