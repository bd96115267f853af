namespace Vejja.Language.Guards;

/// <summary>The n-grams of a message's key, hashed: 2 to 6 signs, 1 to 3 words. The training does the same.</summary>
internal static class MessageFeatures
{
    private const int ShortestSigns = 2;
    private const int LongestSigns = 6;
    private const int MostWords = 3;
    private const uint WordSeed = 100;

    /// <summary>Distinct buckets, at most one for each n-gram.</summary>
    /// <param name="key">A message's key.</param>
    /// <param name="buckets">Number of buckets.</param>
    public static HashSet<int> Of(string key, int buckets)
    {
        var found = new HashSet<int>();
        for (var length = ShortestSigns; length <= LongestSigns; length++)
        {
            for (var start = 0; start + length <= key.Length; start++)
                found.Add(Bucket((uint)length, key.AsSpan(start, length), buckets));
        }

        var words = key[1..^1].Split(' ');
        for (var count = 1; count <= MostWords; count++)
        {
            for (var start = 0; start + count <= words.Length; start++)
                found.Add(Bucket(WordSeed + (uint)count, string.Join(' ', words, start, count), buckets));
        }

        return found;
    }

    /// <summary>FNV-1a of 32 bits over UTF-16 code units (Fowler, Noll, Vo), begun with a seed.</summary>
    private static int Bucket(uint seed, ReadOnlySpan<char> text, int buckets)
    {
        const uint basis = 2166136261, prime = 16777619;
        unchecked
        {
            var value = (basis ^ seed) * prime;
            foreach (var unit in text)
                value = (value ^ unit) * prime;
            return (int)(value % (uint)buckets);
        }
    }
}
