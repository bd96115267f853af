namespace Vejja.Bench.Scoring;

/// <summary>A bin of the reliability curve.</summary>
/// <param name="Confidence">Mean confidence in the bin.</param>
/// <param name="Accuracy">Share right in the bin.</param>
/// <param name="Count">Values in the bin.</param>
internal readonly record struct ReliabilityBin(double Confidence, double Accuracy, int Count);

/// <summary>Whether confidences mean what they say.</summary>
internal static class Calibration
{
    private const int Bins = 10;

    /// <summary>The reliability curve in ten bins of equal width.</summary>
    public static List<ReliabilityBin> Reliability(IEnumerable<(double Confidence, bool IsRight)> values) =>
        [.. values.GroupBy(value => Math.Min(Bins - 1, (int)(value.Confidence * Bins))).OrderBy(bin => bin.Key)
            .Select(bin => new ReliabilityBin(bin.Average(value => value.Confidence), bin.Average(value => value.IsRight ? 1.0 : 0), bin.Count()))];

    /// <summary>Expected calibration error (Naeini and others, 2015): mean distance of confidence and accuracy, weighted by the bins' sizes.</summary>
    public static double ExpectedError(IReadOnlyCollection<(double Confidence, bool IsRight)> values) =>
        values.Count == 0 ? 0 : Reliability(values).Sum(bin => bin.Count * Math.Abs(bin.Confidence - bin.Accuracy)) / values.Count;

    /// <summary>Share of wrong values among the most certain part, for each part: what remains when the others go to a person.</summary>
    public static List<(double Coverage, double Risk)> RiskByCoverage(IEnumerable<(double Confidence, bool IsRight)> values)
    {
        var sorted = values.OrderByDescending(value => value.Confidence).ToArray();
        var curve = new List<(double, double)>();
        var wrong = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            wrong += sorted[i].IsRight ? 0 : 1;
            // Values of one confidence stand or fall together.
            if (i == sorted.Length - 1 || sorted[i + 1].Confidence < sorted[i].Confidence)
                curve.Add(((i + 1) / (double)sorted.Length, wrong / (i + 1.0)));
        }

        return curve;
    }

    /// <summary>Accuracy of what stays when the least certain share goes to a person.</summary>
    public static double AccuracyWithout(IReadOnlyCollection<(double Confidence, bool IsRight)> values, double share)
    {
        var kept = values.OrderByDescending(value => value.Confidence).Take((int)Math.Ceiling(values.Count * (1 - share))).ToArray();
        return kept.Length == 0 ? 0 : kept.Average(value => value.IsRight ? 1.0 : 0);
    }
}
