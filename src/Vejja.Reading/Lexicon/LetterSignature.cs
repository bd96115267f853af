using System.Numerics;

namespace Vejja.Reading.Lexicon;

/// <summary>
/// Which letters a key holds, once and at least twice, as a set of bits: two keys few mistakes apart have nearly the same set, so most names are passed over without a distance.
/// </summary>
internal static class LetterSignature
{
    /// <summary>The set of a key.</summary>
    public static ulong Of(ReadOnlySpan<char> key)
    {
        var set = 0UL;
        foreach (var sign in key)
        {
            var bit = Bit(sign);
            if (bit < 0)
                continue;
            set |= (set & (1UL << bit)) == 0 ? 1UL << bit : 1UL << (bit + 26);
        }

        return set;
    }

    /// <summary>In how many bits two sets differ.</summary>
    public static int Difference(ulong a, ulong b) => BitOperations.PopCount(a ^ b);

    // Signs that are read for letters count as those letters.
    private static int Bit(char sign) => sign switch
    {
        >= 'a' and <= 'z' => sign - 'a',
        '0' => 'o' - 'a',
        '1' or '|' or '!' => 'l' - 'a',
        '5' => 's' - 'a',
        '8' => 'b' - 'a',
        _ => -1,
    };
}
