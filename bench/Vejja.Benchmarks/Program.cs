using BenchmarkDotNet.Running;
using Vejja.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(SigReading), typeof(NameLookup)]).Run(args, Machine.Shared);
