namespace Vejja.Reading.Confidence;

/// <summary>Probabilities that a value is right, and what further evidence makes of them.</summary>
internal static class Belief
{
    /// <summary>A value at or above this, unflagged, must be right.</summary>
    public const double Sure = 0.8;

    /// <summary>No reading of one engine is surer than this, whatever the engine says.</summary>
    public const double Ceiling = 0.995;

    /// <summary>Bayes' rule in odds.</summary>
    /// <param name="confidence">Probability before, in [0, 1].</param>
    /// <param name="ratio">How many times likelier the evidence is if the value is right than if it is wrong; above 1 supports, below 1 speaks against.</param>
    public static double Given(double confidence, double ratio)
    {
        var bounded = Math.Clamp(confidence, 0, Ceiling);
        return bounded * ratio / ((bounded * ratio) + (1 - bounded));
    }

    /// <summary>Probability that several independent things are all right; 1 for none.</summary>
    public static double All(IEnumerable<double> confidences) => confidences.Aggregate(1.0, (all, one) => all * one);
}
