using System.Collections.Immutable;

namespace Vejja.Inference.Recognition;

/// <summary>What a word tells about each of its letters.</summary>
/// <param name="Letters">How many it has, 0 or more.</param>
/// <param name="Gain">How much likelier they follow one another than they stand anywhere, in the mean (<see cref="Spelling.Gain"/>).</param>
internal readonly record struct SpeltWord(int Letters, double Gain)
{
    /// <summary>The words of a reading.</summary>
    /// <param name="labels">Its classes.</param>
    /// <param name="alphabet">What each class stands for.</param>
    /// <param name="spelling">What weighs the letters; without it every gain is 0.</param>
    /// <param name="endsBefore">Whether a class stands between words.</param>
    /// <returns>For each class of the reading its word; for those between words none.</returns>
    public static SpeltWord[] Around(List<int> labels, ImmutableArray<string> alphabet, Spelling? spelling, Predicate<string> endsBefore)
    {
        var words = new SpeltWord[labels.Count];
        for (int start = 0; start < labels.Count;)
        {
            int end = start;
            while (end < labels.Count && !endsBefore(alphabet[labels[end]]))
                end++;
            words.AsSpan(start..end).Fill(Of(labels[start..end], alphabet, spelling));
            start = end + 1;
        }

        return words;
    }

    private static SpeltWord Of(List<int> word, ImmutableArray<string> alphabet, Spelling? spelling)
    {
        var context = SpellingContext.Start;
        int letters = 0;
        double gain = 0;
        foreach (int label in word)
        {
            if (SignKinds.Of(alphabet[label]) is SignKind.Khmer or SignKind.Latin)
            {
                letters++;
                gain += spelling?.Gain(context, label) ?? 0;
            }

            context = spelling?.Follow(context, label) ?? context;
        }

        return new(letters, letters == 0 ? 0 : gain / letters);
    }
}
