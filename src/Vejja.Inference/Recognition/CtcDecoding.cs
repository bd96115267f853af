using System.Collections.Immutable;
using Vejja.Reading.Pages;

namespace Vejja.Inference.Recognition;

/// <summary>Reads the output of a line recogniser trained with connectionist temporal classification (Graves et al., ICML 2006).</summary>
internal static class CtcDecoding
{
    /// <summary>What the recogniser writes after a word that a stroke runs through (U+0336): a mark, never text.</summary>
    private const string Stroke = "\u0336";

    private const int Blank = 0;

    // Marks below this are noise of rules and underlines.
    private const double SureStroke = 0.5;

    /// <summary>Decodes: greedily, and where a spelling is given by what it and the network together hold likeliest.</summary>
    /// <param name="posteriors">Steps · classes probabilities, step by step.</param>
    /// <param name="steps">Steps that lie in the line; those in the padding are not given.</param>
    /// <param name="alphabet">What each class stands for; the blank is class 0.</param>
    /// <param name="engine">The name for the reading.</param>
    /// <param name="dangerous">Signs that lower the confidence of what is read in their place.</param>
    /// <param name="spelling">Weighs the readings between which the network is torn; none reads greedily.</param>
    /// <param name="calibration">What the probabilities of signs are worth; none takes them at their word.</param>
    public static LineReading Decode(
        ReadOnlySpan<float> posteriors, int steps, ImmutableArray<string> alphabet, string engine, DangerousSigns dangerous, SpellingBeam? spelling = null, SignCalibration? calibration = null)
    {
        int classes = alphabet.Length;
        var runs = Greedy(posteriors, steps, classes);
        var labels = spelling?.Labels(posteriors, steps, classes);
        if (labels is not null && !labels.SequenceEqual(runs.Select(run => run.Label)))
            runs = CtcAlignment.Align(posteriors, steps, classes, labels);
        var symbols = ImmutableArray.CreateBuilder<SymbolReading>(runs.Count);
        double product = 1;
        bool isCrossedOut = false;
        for (int i = 0; i < runs.Count; i++)
        {
            var (label, first, end) = runs[i];
            double confidence = 0;
            for (int step = first; step < end; step++)
                confidence = Math.Max(confidence, posteriors[(step * classes) + label]);
            // A gap counts for the sign behind it; where a word ends, for the sign before it as well.
            confidence *= Unlost(posteriors, classes, runs, i - 1, steps);
            if (i + 1 == runs.Count || alphabet[runs[i + 1].Label] is " " or Stroke)
                confidence *= Unlost(posteriors, classes, runs, i, steps);
            if (alphabet[label] == Stroke)
            {
                isCrossedOut |= confidence >= SureStroke;
                continue;
            }

            confidence = dangerous.Weigh((calibration ?? SignCalibration.None).Of(alphabet[label], confidence), label, posteriors[(first * classes)..(end * classes)], classes);
            product *= confidence;
            symbols.Add(new SymbolReading(alphabet[label], Math.Min(1, confidence), (double)first / steps, (double)end / steps));
        }

        // The sum over all paths knows of signs that were nearly seen (a second 1 in 11), the product of the signs that were hardly seen.
        double confidenceOfAll = Math.Min(product, Probability(posteriors, steps, classes, [.. runs.Select(run => run.Label)]));
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

    /// <summary>The probability of a label sequence over all its alignments (the forward variable, section 4.1 of the paper).</summary>
    internal static double Probability(ReadOnlySpan<float> posteriors, int steps, int classes, List<int> labels)
    {
        // States: blank, label, blank, label, …, blank.
        int states = (2 * labels.Count) + 1;
        var forward = new double[states];
        var next = new double[states];
        forward[0] = 1;
        for (int step = 0; step < steps; step++)
        {
            for (int state = 0; state < states; state++)
            {
                double before = forward[state];
                // Before the first step only the first state holds anything, and the first label may start at once.
                if (state > 0)
                    before += forward[state - 1];
                if (state > 1 && (state & 1) == 1 && labels[state / 2] != labels[(state / 2) - 1])
                    before += forward[state - 2];
                next[state] = before * posteriors[(step * classes) + ((state & 1) == 0 ? Blank : labels[state / 2])];
            }

            (forward, next) = (next, forward);
        }

        return forward[states - 1] + (states > 1 ? forward[states - 2] : 0);
    }

    private static List<LabelRun> Greedy(ReadOnlySpan<float> posteriors, int steps, int classes)
    {
        var runs = new List<LabelRun>();
        for (int step = 0; step < steps;)
        {
            int best = Best(posteriors.Slice(step * classes, classes));
            int first = step;
            while (step < steps && Best(posteriors.Slice(step * classes, classes)) == best)
                step++;
            if (best != Blank)
                runs.Add(new LabelRun(best, first, step));
        }

        return runs;
    }

    // What speaks for the gap after a run being one: the least probability in it of the blank and of the signs at its two ends. The rest is a sign that was nearly
    // seen there, or one that the spelling left out.
    private static double Unlost(ReadOnlySpan<float> posteriors, int classes, List<LabelRun> runs, int before, int steps)
    {
        int first = before < 0 ? 0 : runs[before].End, end = before + 1 < runs.Count ? runs[before + 1].First : steps;
        int left = before < 0 ? Blank : runs[before].Label, right = before + 1 < runs.Count ? runs[before + 1].Label : Blank;
        double least = 1;
        for (int step = first; step < end; step++)
        {
            var here = posteriors.Slice(step * classes, classes);
            double sum = here[Blank] + (left == Blank ? 0 : here[left]) + (right is Blank || right == left ? 0 : here[right]);
            least = Math.Min(least, sum);
        }

        return least;
    }

    private static int Best(ReadOnlySpan<float> step)
    {
        int best = 0;
        for (int i = 1; i < step.Length; i++)
            best = step[i] > step[best] ? i : best;
        return best;
    }
}
