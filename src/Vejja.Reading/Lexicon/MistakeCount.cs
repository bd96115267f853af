namespace Vejja.Reading.Lexicon;

/// <summary>
/// How many letters differ between one key and many others, in a few instructions a letter (G. Myers, A fast bit-vector algorithm for approximate string
/// matching, 1999). It passes most names over before the distance that weighs confusions is computed.
/// </summary>
internal sealed class MistakeCount
{
    /// <summary>Letters of the longest key that fits into the bits of one word.</summary>
    public const int Longest = 64;

    // Signs that share these bits count as one: the count may come out too low, never too high.
    private const int Kinds = 128;
    private readonly ulong[] places = new ulong[Kinds];
    private readonly int length;

    /// <summary>Prepares a key of 1 to 64 letters.</summary>
    public MistakeCount(ReadOnlySpan<char> key)
    {
        ArgumentOutOfRangeException.ThrowIfZero(key.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, Longest);
        length = key.Length;
        for (var i = 0; i < key.Length; i++)
            places[key[i] % Kinds] |= 1UL << i;
    }

    /// <summary>The fewest insertions, deletions and replacements between the key and another.</summary>
    public int To(ReadOnlySpan<char> other)
    {
        var count = length;
        var last = 1UL << (length - 1);
        var (up, down) = (ulong.MaxValue, 0UL);
        foreach (var sign in other)
        {
            var equal = places[sign % Kinds];
            var diagonal = unchecked((((equal & up) + up) ^ up) | equal | down);
            var right = down | ~(diagonal | up);
            var left = up & diagonal;
            if ((right & last) != 0)
                count++;
            else if ((left & last) != 0)
                count--;
            right = (right << 1) | 1;
            up = (left << 1) | ~(diagonal | right);
            down = right & diagonal;
        }

        return count;
    }
}
