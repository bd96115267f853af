using System.Collections.Immutable;
using System.Text.Json;

namespace Vejja.Inference.Recognition;

/// <summary>What a sign's probability is worth: how often signs of its kind were right where the network said so.</summary>
/// <remarks>Platt, "Probabilistic outputs for support vector machines", 1999, with a slope of its own below one half, where the spelling chose; fitted by training/recognizer/calibrate.py.</remarks>
/// <param name="Khmer">Khmer letters and signs.</param>
/// <param name="Latin">Latin letters.</param>
/// <param name="Digits">Digits of both scripts.</param>
/// <param name="Symbols">All else.</param>
internal sealed record SignCalibration(SignCurve Khmer, SignCurve Latin, SignCurve Digits, SignCurve Symbols)
{
    /// <summary>Takes every probability at its word.</summary>
    public static SignCalibration None { get; } = new(SignCurve.Identity, SignCurve.Identity, SignCurve.Identity, SignCurve.Identity);

    /// <summary>Reads it from a recogniser's card; <see cref="None"/> where that has none.</summary>
    public static SignCalibration Parse(JsonElement card)
    {
        return card.TryGetProperty("calibration", out var kinds) ? new(Curve("khmer"), Curve("latin"), Curve("digits"), Curve("symbols")) : None;

        SignCurve Curve(string kind)
        {
            ImmutableArray<double> numbers = [.. kinds.GetProperty(kind).EnumerateArray().Select(number => number.GetDouble())];
            return new(numbers[0], numbers[1], numbers[2]) { Length = numbers[3], Spelling = numbers[4] };
        }
    }

    /// <summary>The probability in [0, 1] that a sign is right.</summary>
    /// <param name="sign">What was read; a blank keeps its confidence.</param>
    /// <param name="confidence">What the network says, in [0, 1].</param>
    /// <param name="word">The word that it stands in.</param>
    public double Of(string sign, double confidence, SpeltWord word) => SignKinds.Of(sign) switch
    {
        SignKind.Blank => confidence,
        SignKind.Khmer => Khmer.At(confidence, word),
        SignKind.Latin => Latin.At(confidence, word),
        SignKind.Digit => Digits.At(confidence, word),
        _ => Symbols.At(confidence, word),
    };
}

/// <summary>One curve: in log odds x → slope · x + offset, below even odds with another slope; and for letters, what their word tells.</summary>
/// <param name="Slope">Above 0.</param>
/// <param name="Offset">In log odds.</param>
/// <param name="Below">Added to the slope where the odds are below even; with it the slope is not below 0.</param>
internal readonly record struct SignCurve(double Slope, double Offset, double Below)
{
    private const double Least = 1e-6;

    /// <summary>Changes nothing.</summary>
    public static SignCurve Identity { get; } = new(1, 0, 0);

    /// <summary>Log odds for each natural logarithm of the word's letters: a long word is not as much less sure as the product of its signs.</summary>
    public double Length { get; init; }

    /// <summary>Log odds for each unit of its <see cref="SpeltWord.Gain"/>.</summary>
    public double Spelling { get; init; }

    /// <summary>Probability to probability.</summary>
    public double At(double probability, SpeltWord word)
    {
        if (this == Identity)
            return probability;
        double bounded = Math.Clamp(probability, Least, 1 - Least), odds = Math.Log(bounded / (1 - bounded));
        double worth = (Slope * odds) + Offset + (Below * Math.Min(0, odds)) + (Length * Math.Log(Math.Max(1, word.Letters))) + (Spelling * word.Gain);
        return 1 / (1 + Math.Exp(-worth));
    }
}
