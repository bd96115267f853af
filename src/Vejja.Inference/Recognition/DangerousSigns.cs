using System.Collections.Immutable;

namespace Vejja.Inference.Recognition;

/// <summary>Signs that turn a dose into another when they are taken for something else, ½, ≤, µ and ×, and fractions that are taken for one another.</summary>
/// <remarks>
/// The network reads them wrongly in blurred print, and at times surely; but then it has nearly seen the right one. Of 57 such signs above 0.8 among 10,681 in hard lines
/// of held-out typefaces 47 had a dangerous rival above this probability within the sign's steps, of the right signs one in 240. Of 214 other fractions among 3,500 such lines recognizer-v8 took four
/// for another above 0.8, and takes one so (docs/recognizer.md).
/// </remarks>
/// <param name="Classes">The classes in an alphabet that no sign may nearly have been.</param>
/// <param name="Fractions">Those that no fraction may nearly have been.</param>
internal sealed record DangerousSigns(ImmutableArray<int> Classes, ImmutableArray<int> Fractions)
{
    // Probability from which a sign was nearly seen; a fraction in the place of another is nearly seen more often than it is there.
    private const float NearlySeen = 0.0005f, NearlySeenFraction = 0.002f;

    /// <summary>What a sign that may be another one, or has lost one beside it, is worth at most: below what may be relied on without a look (0.8).</summary>
    public const double MostConfidence = 0.75;

    private static readonly string[] Signs = ["½", "≤", "\u00B5", "×"], FractionSigns = ["½", "¼", "¾", "⅓", "⅔"];

    /// <summary>For an alphabet that has none of them.</summary>
    public static DangerousSigns None { get; } = new([], []);

    /// <summary>Finds them in an alphabet.</summary>
    public static DangerousSigns Of(ImmutableArray<string> alphabet)
    {
        return new(Known(Signs), Known(FractionSigns));

        ImmutableArray<int> Known(string[] signs) => [.. signs.Select(sign => alphabet.IndexOf(sign)).Where(index => index >= 0)];
    }

    /// <summary>The confidence of a sign, lowered where one of its steps nearly saw another one of these.</summary>
    /// <param name="confidence">What the network says.</param>
    /// <param name="read">The class that was read.</param>
    /// <param name="steps">Posteriors of the sign's steps, step by step.</param>
    /// <param name="classes">Classes a step.</param>
    public double Weigh(double confidence, int read, ReadOnlySpan<float> steps, int classes)
    {
        bool isDoubtful = Saw(Classes, NearlySeen, read, steps, classes) || (Fractions.Contains(read) && Saw(Fractions, NearlySeenFraction, read, steps, classes));
        return isDoubtful ? Math.Min(confidence, MostConfidence) : confidence;
    }

    private static bool Saw(ImmutableArray<int> rivals, float least, int read, ReadOnlySpan<float> steps, int classes)
    {
        foreach (int rival in rivals)
        {
            for (int at = rival; rival != read && at < steps.Length; at += classes)
            {
                if (steps[at] > least)
                    return true;
            }
        }

        return false;
    }
}
