using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>Reads what a line recogniser sees that was trained with connectionist temporal classification (Graves et al., ICML 2006).</summary>
/// <param name="alphabet">What each class stands for; the blank is class 0.</param>
/// <param name="engine">The name for the readings.</param>
internal sealed class CtcDecoder(ImmutableArray<string> alphabet, string engine)
{
    /// <summary>What the recogniser writes after a word that a stroke runs through (U+0336): a mark, never text.</summary>
    private const string Stroke = "\u0336";

    // Marks below this are noise of rules and underlines.
    private const double SureStroke = 0.5;

    /// <summary>Signs that lower the confidence of what is read in their place.</summary>
    public DangerousSigns Dangerous { get; init; } = DangerousSigns.None;

    /// <summary>What the probabilities of signs are worth.</summary>
    public SignCalibration Calibration { get; init; } = SignCalibration.None;

    /// <summary>How letters follow one another, of which the calibration makes use; without it no word is spelt better than another.</summary>
    public Spelling? Spelling { get; init; }

    /// <summary>The reading that all views of a line together hold likeliest, a sign as sure as they are in the mean.</summary>
    /// <param name="kind">What is known of the line.</param>
    /// <param name="views">The line at one width or several; at least one, the first is where the signs' places are taken from.</param>
    public LineReading Decode(LineKind kind, params ImmutableArray<LineView> views)
    {
        var labels = LookAlikeDigits.Of(Likeliest(views), kind, views, alphabet);
        ImmutableArray<List<LabelRun>> runs = [.. views.Select(view => view.Runs(labels))];
        var words = SpeltWord.Around(labels, alphabet, Spelling, IsBetweenWords);
        var besideLoss = LostSigns.Beside(labels, alphabet);
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>(labels.Count);
        double product = 1;
        bool isCrossedOut = false;
        for (int i = 0; i < labels.Count; i++)
        {
            string sign = alphabet[labels[i]];
            bool endsWord = i + 1 == labels.Count || IsBetweenWords(alphabet[labels[i + 1]]);
            double confidence = views.Select((view, at) => view.Confidence(runs[at], i, endsWord)).Average();
            if (sign == Stroke)
            {
                isCrossedOut |= confidence >= SureStroke;
                continue;
            }

            confidence = Calibration.Of(sign, confidence, words[i]);
            for (int at = 0; at < views.Length; at++)
                confidence = Dangerous.Weigh(confidence, labels[i], views[at].Slice(runs[at][i].First, runs[at][i].End), alphabet.Length);
            if (besideLoss[i])
                confidence = Math.Min(confidence, DangerousSigns.MostConfidence);
            product *= confidence;
            symbols.Add(new SymbolReading(sign, Math.Min(1, confidence), (double)runs[0][i].First / views[0].Steps, (double)runs[0][i].End / views[0].Steps));
        }

        // The sum over all paths knows of signs that were nearly seen (a second 1 in 11), the product of the signs that were hardly seen.
        double confidenceOfAll = Math.Min(product, views.Average(view => Math.Exp(view.LogProbability(labels))));
        return new LineReading(string.Concat(symbols.Select(symbol => symbol.Text)), Math.Clamp(confidenceOfAll, 0, 1), symbols.ToImmutable(), engine) { IsCrossedOut = isCrossedOut };
    }

    /// <summary>Turns scores into probabilities, in place.</summary>
    public static void Softmax(Span<float> scores, int classes, double temperature)
    {
        float scale = (float)(1 / temperature);
        for (int offset = 0; offset < scores.Length; offset += classes)
        {
            var step = scores.Slice(offset, classes);
            float largest = float.MinValue, sum = 0;
            foreach (float score in step)
                largest = Math.Max(largest, score);
            for (int i = 0; i < classes; i++)
                sum += step[i] = MathF.Exp((step[i] - largest) * scale);
            for (int i = 0; i < classes; i++)
                step[i] /= sum;
        }
    }

    private static bool IsBetweenWords(string sign) => sign is " " or Stroke;

    // Of what any view holds likely, what has the greatest product of probabilities in all of them, its spelling counted once.
    private static List<int> Likeliest(ImmutableArray<LineView> views)
    {
        if (views is [var only])
            return only.Readings[0].Labels;
        return views.SelectMany(view => view.Readings).MaxBy(reading => views.Average(view => view.LogProbability(reading.Labels)) + reading.Gain)!.Labels;
    }
}
