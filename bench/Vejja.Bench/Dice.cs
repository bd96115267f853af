namespace Vejja.Bench;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood, 2014): the same sequence for the same seed on every machine and every release of the runtime, which
/// <see cref="Random"/> does not promise.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Independent dice for a named part, so that one more roll in one part leaves the others as they were.</summary>
    public Dice Fork(string part)
    {
        // FNV-1a, 64 bits.
        var hash = 14695981039346656037UL;
        foreach (var sign in part)
            hash = unchecked((hash ^ sign) * 1099511628211UL);
        return new Dice(Mix(unchecked(state + hash)));
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Next() => (Roll() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Next());

    /// <summary>Uniform among low … high, both included.</summary>
    public int Whole(int low, int high) => low + (int)(Roll() % (ulong)(high - low + 1));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Next() < probability;

    /// <summary>One of the given.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Whole(0, choices.Count - 1)];

    /// <summary>One of the given.</summary>
    public T Any<T>(params ReadOnlySpan<T> choices) => choices[Whole(0, choices.Length - 1)];

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    /// <summary>The items in a random order (Fisher and Yates).</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        for (var i = all.Length - 1; i > 0; i--)
        {
            var j = Whole(0, i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    private ulong Roll() => Mix(state = unchecked(state + 0x9E3779B97F4A7C15UL));

    private static ulong Mix(ulong value) => unchecked(Finish((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL));

    private static ulong Finish(ulong value)
    {
        var mixed = unchecked((value ^ (value >> 27)) * 0x94D049BB133111EBUL);
        return mixed ^ (mixed >> 31);
    }
}
