namespace Vejja.Inference.Recognition;

/// <summary>What a network sees in a line, at one width of it: the probability of every class at every step, and the readings that this makes likely.</summary>
internal sealed class LineView
{
    private const int Blank = 0;

    // Keeps a reading comparable that another view holds likely and this one does not.
    private const double LeastProbability = 1e-6;

    private readonly float[] posteriors;
    private readonly int classes;
    private readonly List<LabelRun> greedy;

    /// <summary>Looks for the likely readings.</summary>
    /// <param name="posteriors">Steps · classes probabilities, step by step; more steps than the line's are padding.</param>
    /// <param name="steps">Steps that lie in the line.</param>
    /// <param name="classes">Classes a step; class 0 is the blank.</param>
    /// <param name="spelling">Weighs the readings between which the network is torn; none reads greedily.</param>
    public LineView(float[] posteriors, int steps, int classes, SpellingBeam? spelling = null)
    {
        (this.posteriors, this.classes, Steps) = (posteriors, classes, steps);
        greedy = Greedy();
        Readings = spelling?.Readings(posteriors, steps, classes) ?? [new SpeltLabels([.. greedy.Select(run => run.Label)], 0)];
    }

    /// <summary>Steps of the line.</summary>
    public int Steps { get; }

    /// <summary>The likely readings, the likeliest first; at least one.</summary>
    public IReadOnlyList<SpeltLabels> Readings { get; }

    /// <summary>The probabilities of some steps, step by step.</summary>
    public ReadOnlySpan<float> Slice(int first, int end) => posteriors.AsSpan((first * classes)..(end * classes));

    /// <summary>Where the signs of a reading stand in this view.</summary>
    /// <param name="labels">A reading for which the view has steps enough.</param>
    public List<LabelRun> Runs(List<int> labels) =>
        labels.SequenceEqual(greedy.Select(run => run.Label)) ? greedy : CtcAlignment.Align(posteriors, Steps, classes, labels);

    /// <summary>The natural logarithm of a reading's probability over all its alignments (the forward variable, rescaled at every step; Graves et al., ICML 2006,
    /// section 4.1); −∞ where the view has too few steps for it.</summary>
    public double LogProbability(List<int> labels)
    {
        // States: blank, label, blank, label, …, blank.
        int states = (2 * labels.Count) + 1;
        var forward = new double[states];
        var next = new double[states];
        forward[0] = 1;
        double log = 0;
        for (int step = 0; step < Steps; step++)
        {
            double sum = 0;
            for (int state = 0; state < states; state++)
            {
                double before = forward[state];
                // Before the first step only the first state holds anything, and the first label may start at once.
                if (state > 0)
                    before += forward[state - 1];
                if (state > 1 && (state & 1) == 1 && labels[state / 2] != labels[(state / 2) - 1])
                    before += forward[state - 2];
                sum += next[state] = before * Math.Max(LeastProbability, posteriors[(step * classes) + ((state & 1) == 0 ? Blank : labels[state / 2])]);
            }

            for (int state = 0; state < states; state++)
                next[state] /= sum;
            log += Math.Log(sum);
            (forward, next) = (next, forward);
        }

        return log + Math.Log(forward[states - 1] + (states > 1 ? forward[states - 2] : 0));
    }

    /// <summary>How surely a sign is seen in [0, 1]: its best step, and that nothing stands in the gap before it; where its word ends, in the gap behind it as well.</summary>
    /// <param name="runs">The reading's signs.</param>
    /// <param name="at">Which of them.</param>
    /// <param name="endsWord">Whether no sign of the same word follows.</param>
    public double Confidence(List<LabelRun> runs, int at, bool endsWord)
    {
        var (label, first, end) = runs[at];
        double confidence = 0;
        for (int step = first; step < end; step++)
            confidence = Math.Max(confidence, posteriors[(step * classes) + label]);
        confidence *= Unlost(runs, at - 1);
        return endsWord ? confidence * Unlost(runs, at) : confidence;
    }

    // What speaks for the gap after a run being one: the least probability in it of the blank and of the signs at its two ends. The rest is a sign that was nearly
    // seen there, or one that the spelling left out.
    private double Unlost(List<LabelRun> runs, int before)
    {
        int first = before < 0 ? 0 : runs[before].End, end = before + 1 < runs.Count ? runs[before + 1].First : Steps;
        int left = before < 0 ? Blank : runs[before].Label, right = before + 1 < runs.Count ? runs[before + 1].Label : Blank;
        double least = 1;
        for (int step = first; step < end; step++)
        {
            var here = Slice(step, step + 1);
            double sum = here[Blank] + (left == Blank ? 0 : here[left]) + (right is Blank || right == left ? 0 : here[right]);
            least = Math.Min(least, sum);
        }

        return least;
    }

    private List<LabelRun> Greedy()
    {
        var runs = new List<LabelRun>();
        for (int step = 0; step < Steps;)
        {
            int best = Best(step), first = step;
            while (step < Steps && Best(step) == best)
                step++;
            if (best != Blank)
                runs.Add(new LabelRun(best, first, step));
        }

        return runs;
    }

    private int Best(int step)
    {
        var here = Slice(step, step + 1);
        int best = 0;
        for (int i = 1; i < here.Length; i++)
            best = here[i] > here[best] ? i : best;
        return best;
    }
}
