using BenchmarkDotNet.Attributes;
using Vejja.Reading.Dosing;

namespace Vejja.Benchmarks;

/// <summary>One sig at a time, over ordinary ones of each language; the figure is for one sig.</summary>
public class SigReading
{
    private readonly string[] sigs =
    [
        "Take ONE tablet twice a day with food",
        "Take 1 capsule (20 mg total) by mouth 2 (two) times daily.",
        "Inhale 2 puffs every 4 hours as needed for wheezing, max 8 puffs per day",
        "1 tab po q6h prn pain #20",
        "1 comprimé matin, midi et soir pendant 7 jours",
        "1 cp toutes les 6 heures si douleur, sans dépasser 4 par jour",
        "2 comprimés le premier jour puis 1 comprimé par jour pendant 4 jours",
        "ព្រឹក ១គ្រាប់ ល្ងាច ១គ្រាប់ ក្រោយបាយ",
        "លេបម្តង១គ្រាប់ ក្នុងមួយថ្ងៃ៣ដង រយៈពេល ៥ថ្ងៃ",
        "1 tablt dialy aftr fod",
    ];

    [Benchmark(OperationsPerInvoke = 10)]
    public double Read()
    {
        var sum = 0.0;
        foreach (var sig in sigs)
            sum += SigReader.Read(sig).Confidence;
        return sum;
    }
}
