using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Vejja.Benchmarks;

/// <summary>How it is measured: in this process, since a generated project would not find the repository's settings; few, short rounds.</summary>
internal static class Machine
{
    public static IConfig Shared { get; } = DefaultConfig.Instance
        .AddJob(Job.ShortRun.WithToolchain(InProcessNoEmitToolchain.Instance))
        .AddDiagnoser(MemoryDiagnoser.Default);
}
