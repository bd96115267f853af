using BenchmarkDotNet.Attributes;
using Vejja.Reading.Lexicon;

namespace Vejja.Benchmarks;

/// <summary>Names of the lexicon as they stand and as a recogniser damages them; the figure is for one name.</summary>
public class NameLookup
{
    private readonly string[] exact = ["Paracetamol", "Amoxicilline", "Metformin HCl", "Butylscopolamine", "Augmentin"];
    private readonly string[] damaged = ["Paracetarnol", "Arnoxici1line", "Metformim", "Butylscopolamne", "Ornepraz0le"];

    [Benchmark(OperationsPerInvoke = 5, Baseline = true)]
    public int Exact() => Count(exact);

    [Benchmark(OperationsPerInvoke = 5)]
    public int Damaged() => Count(damaged);

    private static int Count(string[] names) => names.Sum(name => MedicineLexicon.Default.Resolve(name).Candidates.Length);
}
