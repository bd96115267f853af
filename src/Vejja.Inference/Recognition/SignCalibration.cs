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
            return new(numbers[0], numbers[1], numbers[2]);
        }
    }

    /// <summary>The probability in [0, 1] that a sign is right.</summary>
    /// <param name="sign">What was read; a blank keeps its confidence.</param>
    /// <param name="confidence">What the network says, in [0, 1].</param>
    public double Of(string sign, double confidence) => sign switch
    {
        " " => confidence,
        _ when sign.All(char.IsDigit) => Digits.At(confidence),
        [>= '\u1780' and < '\u17E0', ..] => Khmer.At(confidence),
        _ when sign.All(char.IsLetter) => Latin.At(confidence),
        _ => Symbols.At(confidence),
    };
}

/// <summary>One curve: in log odds x → slope · x + offset, and below even odds another slope.</summary>
/// <param name="Slope">Above 0.</param>
/// <param name="Offset">In log odds.</param>
/// <param name="Below">Added to the slope where the odds are below even; with it the slope is not below 0.</param>
internal readonly record struct SignCurve(double Slope, double Offset, double Below)
{
    private const double Least = 1e-6;

    /// <summary>Changes nothing.</summary>
    public static SignCurve Identity { get; } = new(1, 0, 0);

    /// <summary>Probability to probability.</summary>
    public double At(double probability)
    {
        if (this == Identity)
            return probability;
        double bounded = Math.Clamp(probability, Least, 1 - Least), odds = Math.Log(bounded / (1 - bounded));
        return 1 / (1 + Math.Exp(-((Slope * odds) + Offset + (Below * Math.Min(0, odds)))));
    }
}
