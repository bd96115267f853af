using System.Text.Json;

namespace Vejja.Bench.Scoring;

/// <summary>A main figure, and how far it may fall before that is a fault.</summary>
/// <param name="Value">The figure when it was last accepted.</param>
/// <param name="Noise">What it may lose: other processors round differently, and a doubtful word may fall the other way.</param>
/// <param name="IsLess">Whether less is better.</param>
internal sealed record BaselineFigure(double Value, double Noise, bool IsLess);

/// <summary>The figures of the fixed samples that no change may make worse.</summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The figures of a summary.</summary>
    public static SortedDictionary<string, BaselineFigure> Of(Summary s)
    {
        // The noise of a share is one medicine, or one line in a hundred signs.
        var medicine = 1.0 / Math.Max(1, s.Medications.Expected);
        BaselineFigure Figure(double value, double noise, bool isLess = false) => new(Math.Round(value, 4), Math.Round(noise, 4), isLess);
        return new(StringComparer.Ordinal)
        {
            ["cer"] = Figure(s.Points.Rate, 0.01, true),
            ["cerByCluster"] = Figure(s.Clusters.Rate, 0.01, true),
            ["adjacencyF1"] = Figure(s.Relations.F1, 0.02),
            ["fieldsF1"] = Figure(s.OfSheetField(null).F1, 0.03),
            ["namesF1"] = Figure(s.OfMedicationField("name").F1, medicine),
            ["strengthsF1"] = Figure(s.OfMedicationField("strength").F1, medicine),
            ["medicinesExact"] = Figure(s.Medications.Recall, medicine),
            ["schedulesExact"] = Figure(s.ExactSchedules, medicine),
            ["silentlyWrong"] = Figure(s.SilentlyWrong, 0, true),
            ["coverage"] = Figure(s.Coverage, 0.03),
        };
    }

    /// <summary>The figures that fell by more than their noise, in words.</summary>
    public static IReadOnlyList<string> Falls(IReadOnlyDictionary<string, BaselineFigure> accepted, IReadOnlyDictionary<string, BaselineFigure> now) =>
        [.. accepted.Where(pair => (pair.Value.IsLess ? now[pair.Key].Value - pair.Value.Value : pair.Value.Value - now[pair.Key].Value) > pair.Value.Noise + 1e-9)
            .Select(pair => FormattableString.Invariant($"{pair.Key} was {pair.Value.Value} and is {now[pair.Key].Value}"))];

    /// <summary>Reads the accepted figures.</summary>
    public static SortedDictionary<string, BaselineFigure> Read(string path) => JsonSerializer.Deserialize<SortedDictionary<string, BaselineFigure>>(File.ReadAllText(path), Options)!;

    /// <summary>Accepts figures.</summary>
    public static void Write(string path, SortedDictionary<string, BaselineFigure> figures) => File.WriteAllText(path, JsonSerializer.Serialize(figures, Options) + "\n");
}
