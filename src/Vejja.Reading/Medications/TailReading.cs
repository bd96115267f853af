using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>What follows a number.</summary>
/// <param name="Unit">The printed unit, if any.</param>
/// <param name="Meal">The meal, if any.</param>
/// <param name="Confidence">Probability that both are right; 1 for nothing.</param>
internal sealed record Tail(PrintedTerm? Unit, EventTiming? Meal, double Confidence);

/// <summary>
/// Unit and meal after a number. Only a closed set of words may stand there, so the nearest is found for the whole tail at once; spaces, which
/// recognisers lose and invent in Khmer, do not count.
/// </summary>
internal static class TailReading
{
    /// <summary>Reads the tail; null where it is none of the words.</summary>
    public static Tail? Read(InkText text)
    {
        var key = TermKey.Of(text.Text);
        if (key.Length == 0)
            return text.IsBlank || text.Text.Trim() is "." or "," ? new(null, null, 1) : null;
        (PrintedTerm? Unit, PrintedTerm? Meal, string Key) best = default;
        double bestSimilarity = 0, second = 0;
        foreach (var tail in Vocabulary.Tails)
        {
            var similarity = TermTable.Similarity(key, tail.Key);
            if (similarity > bestSimilarity)
            {
                second = IsSameSense(best, tail) ? second : bestSimilarity;
                (best, bestSimilarity) = (tail, similarity);
            }
            else if (similarity > second && !IsSameSense(best, tail))
            {
                second = similarity;
            }
        }

        if (bestSimilarity <= 0)
            return null;
        var confidence = bestSimilarity >= 1 ? 0.995 : Math.Min(0.97, 0.55 + (0.4 * bestSimilarity) + (bestSimilarity - second));
        return new(best.Unit, best.Meal is null ? null : Enum.Parse<EventTiming>(best.Meal.Code), Math.Clamp(confidence, 0, 0.995));
    }

    private static bool IsSameSense((PrintedTerm? Unit, PrintedTerm? Meal, string Key) a, (PrintedTerm? Unit, PrintedTerm? Meal, string Key) b) =>
        a.Key is not null && a.Unit?.Code == b.Unit?.Code && a.Meal?.Code == b.Meal?.Code && a.Unit?.IsUncertain == b.Unit?.IsUncertain;
}
