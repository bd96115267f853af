using BenchmarkDotNet.Attributes;
using Vejja.Reading.Dosing;

namespace Vejja.Benchmarks;

/// <summary>One sig at a time, ordinary ones of each language; the figure is for one sig, the ratio is against English.</summary>
public class SigReading
{
    private const int Sigs = 4;

    /// <summary>Readings before the first round, so that no language pays for the compiler's second look at the code.</summary>
    private const int Beforehand = 3_000;

    private readonly string[] english =
    [
        "Take ONE tablet twice a day with food",
        "Take 1 capsule (20 mg total) by mouth 2 (two) times daily.",
        "Inhale 2 puffs every 4 hours as needed for wheezing, max 8 puffs per day",
        "1 tab po q6h prn pain #20",
    ];

    private readonly string[] french =
    [
        "1 comprimé matin, midi et soir pendant 7 jours",
        "1 cp toutes les 6 heures si douleur, sans dépasser 4 par jour",
        "2 comprimés le premier jour puis 1 comprimé par jour pendant 4 jours",
        "1 gél x 3/j pdt 5 j",
    ];

    private readonly string[] khmer =
    [
        "ព្រឹក ១គ្រាប់ ល្ងាច ១គ្រាប់ ក្រោយបាយ",
        "លេបម្តង១គ្រាប់ ក្នុងមួយថ្ងៃ៣ដង រយៈពេល ៥ថ្ងៃ",
        "1 tab ព្រឹក 1 tab ល្ងាច x 5 days",
        "១គ្រាប់ រៀងរាល់ ៨ ម៉ោង ពេលឈឺ",
    ];

    private readonly string[] misspelt =
    [
        "1 tablt dialy aftr fod",
        "Take 1 tabiet twlce a day",
        "1 cornprimé matin et soir pendcnt 7 jours",
        "inhale 2 pufs wehn requierd",
    ];

    [GlobalSetup]
    public void ReadBeforehand()
    {
        for (var i = 0; i < Beforehand; i++)
            _ = Read(english) + Read(french) + Read(khmer) + Read(misspelt);
    }

    [Benchmark(OperationsPerInvoke = Sigs, Baseline = true)]
    public double English() => Read(english);

    [Benchmark(OperationsPerInvoke = Sigs)]
    public double French() => Read(french);

    [Benchmark(OperationsPerInvoke = Sigs)]
    public double Khmer() => Read(khmer);

    [Benchmark(OperationsPerInvoke = Sigs)]
    public double Misspelt() => Read(misspelt);

    private static double Read(string[] sigs)
    {
        var sum = 0.0;
        foreach (var sig in sigs)
            sum += SigReader.Read(sig).Confidence;
        return sum;
    }
}
