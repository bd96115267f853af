using System.Diagnostics;
using System.Globalization;
using Vejja.Reading.Lexicon;
using Vejja.Tests.Shared;

namespace Vejja.Reading.Tests.Lexicon;

[Collection(nameof(MeasuredAlone))]
public sealed class LookupSpeedTests(ITestOutputHelper report)
{
    /// <summary>Milliseconds of processor time for one damaged name. The aim is well under one; the test allows for a busy machine.</summary>
    private const double Slowest = 1;

    [Fact]
    public void Resolve_DamagedNames_IsWellUnderAMillisecond()
    {
        var medicines = MedicineLexicon.Default;
        var queries = new List<string>();
        for (var i = 0; i < medicines.Index.Keys.Length; i += 4)
            queries.Add(medicines.Index.Keys[i].Replace('m', 'n').Replace('l', '1'));
        Time(queries, medicines);
        var (resolve, search) = Time(queries, medicines);
        report.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{medicines.NameCount} names, {queries.Count} queries: Resolve {resolve:F3} ms, Search {search:F3} ms of processor time each"));
        Assert.True(resolve < Slowest, $"{resolve} ms");
    }

    private static (double Resolve, double Search) Time(List<string> queries, MedicineLexicon medicines)
    {
        var start = ProcessorTime();
        foreach (var query in queries)
            medicines.Resolve(query);
        var between = ProcessorTime();
        foreach (var query in queries)
            medicines.Search(query);
        return ((between - start).TotalMilliseconds / queries.Count, (ProcessorTime() - between).TotalMilliseconds / queries.Count);
    }

    private static TimeSpan ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }
}
