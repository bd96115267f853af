using System.Collections.Immutable;

namespace Vejja.Inference.Recognition;

/// <summary>Signs that turn a dose into another when they are taken for something else: ½, ≤, µ and ×.</summary>
/// <remarks>
/// The network reads them wrongly in blurred print, and at times surely; but then it has nearly seen the right one. Of 57 such signs above 0.8 among 10,681 in hard lines
/// of held-out typefaces 47 had a dangerous rival above this probability within the sign's steps, of the right signs one in 240 (docs/recognizer.md).
/// </remarks>
/// <param name="Classes">Their classes in an alphabet.</param>
internal sealed record DangerousSigns(ImmutableArray<int> Classes)
{
    // Probability from which a sign was nearly seen.
    private const float NearlySeen = 0.0005f;

    // Below what may be relied on without a look (0.8).
    private const double MostConfidence = 0.75;

    private static readonly string[] Signs = ["½", "≤", "\u00B5", "×"];

    /// <summary>For an alphabet that has none of them.</summary>
    public static DangerousSigns None { get; } = new([]);

    /// <summary>Finds them in an alphabet.</summary>
    public static DangerousSigns Of(ImmutableArray<string> alphabet) =>
        new([.. Signs.Select(sign => alphabet.IndexOf(sign)).Where(index => index >= 0)]);

    /// <summary>The confidence of a sign, lowered where one of its steps nearly saw another one of these.</summary>
    /// <param name="confidence">What the network says.</param>
    /// <param name="read">The class that was read.</param>
    /// <param name="steps">Posteriors of the sign's steps, step by step.</param>
    /// <param name="classes">Classes a step.</param>
    public double Weigh(double confidence, int read, ReadOnlySpan<float> steps, int classes)
    {
        foreach (int rival in Classes)
        {
            for (int at = rival; rival != read && at < steps.Length; at += classes)
            {
                if (steps[at] > NearlySeen)
                    return Math.Min(confidence, MostConfidence);
            }
        }

        return confidence;
    }
}
