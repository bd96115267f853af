namespace Vejja.Inference.Recognition;

/// <summary>Where the signs of a reading stand: the likeliest path through the steps that gives it (Viterbi, over the states of Graves et al., ICML 2006, section 4.1).</summary>
internal static class CtcAlignment
{
    private const double LeastProbability = 1e-12;

    /// <summary>The runs of the labels, in order.</summary>
    /// <param name="posteriors">Steps · classes probabilities, step by step.</param>
    /// <param name="steps">Steps of the line, enough for the labels.</param>
    /// <param name="classes">Classes a step; class 0 is the blank.</param>
    /// <param name="labels">A reading that has a path.</param>
    public static List<LabelRun> Align(ReadOnlySpan<float> posteriors, int steps, int classes, List<int> labels)
    {
        int states = (2 * labels.Count) + 1;
        var score = new double[states];
        var next = new double[states];
        var came = new byte[steps * states];
        Array.Fill(score, double.NegativeInfinity);
        score[0] = 0;
        for (int step = 0; step < steps; step++)
        {
            for (int state = 0; state < states; state++)
            {
                byte back = 0;
                if (state > 0 && score[state - 1] > score[state])
                    back = 1;
                if (state > 1 && (state & 1) == 1 && labels[state / 2] != labels[(state / 2) - 1] && score[state - 2] > score[state - back])
                    back = 2;
                came[(step * states) + state] = back;
                next[state] = score[state - back] + Math.Log(Math.Max(posteriors[(step * classes) + Label(labels, state)], LeastProbability));
            }

            (score, next) = (next, score);
        }

        int at = states > 1 && score[states - 2] > score[states - 1] ? states - 2 : states - 1;
        var runs = new LabelRun[labels.Count];
        for (int step = steps - 1; step >= 0; step--)
        {
            if ((at & 1) == 1)
                runs[at / 2] = new LabelRun(labels[at / 2], step, runs[at / 2].End == 0 ? step + 1 : runs[at / 2].End);
            at -= came[(step * states) + at];
        }

        return [.. runs];
    }

    private static int Label(List<int> labels, int state) => (state & 1) == 0 ? 0 : labels[state / 2];
}
