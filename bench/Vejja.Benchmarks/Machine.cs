using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Perfolizer.Horology;

namespace Vejja.Benchmarks;

/// <summary>
/// How it is measured: in this process, since a generated project would not find the repository's settings; many rounds of a tenth of a second, of
/// which the quickest (Min) is the one that other work on the machine disturbed least.
/// </summary>
internal static class Machine
{
    private const int Warmups = 6;
    private const int Rounds = 20;
    private const int RoundMilliseconds = 100;

    public static IConfig Shared { get; } = DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(Warmups).WithIterationCount(Rounds).WithIterationTime(TimeInterval.FromMilliseconds(RoundMilliseconds)))
        .AddColumn(StatisticColumn.Min)
        .AddDiagnoser(MemoryDiagnoser.Default);
}
