namespace Vejja.Inference.Recognition;

/// <summary>Chooses, among the readings that the network itself holds likely, by how letters follow one another: prefix beam search (Hannun et al., 2014).</summary>
/// <param name="spelling">What weighs them.</param>
internal sealed class SpellingBeam(Spelling spelling)
{
    // More of them than this changed nothing where several views of a line are weighed together (docs/recognizer.md).
    private const int Most = 4;

    /// <summary>The readings that are likeliest with their spelling counted, the likeliest first.</summary>
    /// <param name="posteriors">Steps · classes probabilities, step by step.</param>
    /// <param name="steps">Steps of the line.</param>
    /// <param name="classes">Classes a step; class 0 is the blank.</param>
    public IReadOnlyList<SpeltLabels> Readings(ReadOnlySpan<float> posteriors, int steps, int classes)
    {
        List<Prefix> followed = [new Prefix { Blank = 1 }];
        var next = new List<Prefix>();
        var likely = new List<int>();
        for (int step = 0; step < steps; step++)
        {
            var here = posteriors.Slice(step * classes, classes);
            Likely(here, likely);
            foreach (var prefix in followed)
            {
                foreach (int label in likely)
                    Extend(prefix, label, here[label], next, step);
            }

            double scale = next.Max(prefix => prefix.NextBlank + prefix.NextSign);
            foreach (var prefix in next)
                (prefix.Blank, prefix.Sign) = (prefix.NextBlank / scale, prefix.NextSign / scale);
            followed = [.. next.OrderByDescending(prefix => prefix.Score).Take(spelling.Width)];
            next.Clear();
        }

        return [.. followed.Take(Most).Select(prefix => new SpeltLabels(prefix.Labels(), prefix.Gain))];
    }

    private void Extend(Prefix prefix, int label, double probability, List<Prefix> next, int step)
    {
        if (label == 0)
        {
            prefix.At(step, next).NextBlank += probability * (prefix.Blank + prefix.Sign);
            return;
        }

        bool repeated = label == prefix.Label;
        if (repeated)
            prefix.At(step, next).NextSign += probability * prefix.Sign;
        double added = probability * (repeated ? prefix.Blank : prefix.Blank + prefix.Sign);
        if (added > 0)
            Longer(prefix, label).At(step, next).NextSign += added;
    }

    private Prefix Longer(Prefix prefix, int label)
    {
        if (prefix.Longer.Find(longer => longer.Label == label) is { } known)
            return known;
        var longer = new Prefix
        {
            Before = prefix,
            Label = label,
            Gain = prefix.Gain + (spelling.Weight * spelling.Gain(prefix.Context, label)),
            Context = spelling.Follow(prefix.Context, label),
        };
        prefix.Longer.Add(longer);
        return longer;
    }

    private void Likely(ReadOnlySpan<float> step, List<int> likely)
    {
        likely.Clear();
        int best = 0;
        for (int label = 0; label < step.Length; label++)
        {
            if (step[label] >= spelling.Least)
                likely.Add(label);
            best = step[label] > step[best] ? label : best;
        }

        if (likely.Count == 0)
            likely.Add(best);
    }

    /// <summary>The beginning of a reading.</summary>
    private sealed class Prefix
    {
        private int seen = -1;

        public Prefix? Before { get; init; }

        public int Label { get; init; }

        /// <summary>What its spelling adds, as log probability.</summary>
        public double Gain { get; init; }

        public SpellingContext Context { get; init; } = SpellingContext.Start;

        public List<Prefix> Longer { get; } = [];

        /// <summary>The probability of this reading up to now, ending in a blank.</summary>
        public double Blank { get; set; }

        /// <summary>And ending in its last sign.</summary>
        public double Sign { get; set; }

        public double NextBlank { get; set; }

        public double NextSign { get; set; }

        public double Score => Math.Log(Math.Max(Blank + Sign, double.Epsilon)) + Gain;

        /// <summary>This one, once among those that the next step knows.</summary>
        public Prefix At(int step, List<Prefix> next)
        {
            if (seen != step)
            {
                (seen, NextBlank, NextSign) = (step, 0, 0);
                next.Add(this);
            }

            return this;
        }

        public List<int> Labels()
        {
            var labels = new List<int>();
            for (var prefix = this; prefix.Before is not null; prefix = prefix.Before)
                labels.Add(prefix.Label);
            labels.Reverse();
            return labels;
        }
    }
}
