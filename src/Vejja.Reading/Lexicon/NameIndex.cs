using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>Names by key: the same key, or keys within a distance. Distances are computed only for keys of about the same letters.</summary>
internal sealed class NameIndex
{
    // Two ordinary mistakes change four bits, a two-for-one confusion three: three confusions together may pass unseen, and are then no evidence of one name anyway.
    private const int MostBits = 6;
    // Within the widest search for one name: two ordinary mistakes, or four letters in cheap confusions.
    private const int MostMistakes = 4;
    private const int None = -1;
    private readonly NameEntry[] entries;
    private readonly int[] next;
    private readonly Dictionary<string, int> firstOfKey;
    private readonly string[] keys;
    private readonly ulong[] signatures;
    private readonly int[] firstOfLength;

    /// <summary>Indexes the names.</summary>
    public NameIndex(NameEntry[] names)
    {
        entries = names;
        next = new int[names.Length];
        firstOfKey = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            var key = NameKey.Of(names[i].Text);
            next[i] = firstOfKey.TryGetValue(key, out var first) ? first : None;
            firstOfKey[key] = i;
            LongestKey = Math.Max(LongestKey, key.Length);
        }

        keys = new string[firstOfKey.Count];
        signatures = new ulong[keys.Length];
        firstOfLength = new int[LongestKey + 2];
        SortByLength();
    }

    /// <summary>How many different keys there are.</summary>
    public int Count => keys.Length;

    /// <summary>Signs in the longest key.</summary>
    public int LongestKey { get; }

    /// <summary>Every key, in order of length.</summary>
    public ReadOnlySpan<string> Keys => keys;

    /// <summary>The names with this very key; empty for none.</summary>
    public IReadOnlyList<MedicineName> Exact(string key)
    {
        if (!firstOfKey.TryGetValue(key, out var at))
            return [];
        var names = new List<MedicineName>(1);
        for (; at != None; at = next[at])
            names.Add(entries[at].ToName());
        names.Reverse();
        return names;
    }

    /// <summary>Names within a distance of the key, nearest first; names of equal distance in order of their text.</summary>
    public ImmutableArray<NameCandidate> Near(string key, double limit)
    {
        var signature = LetterSignature.Of(key);
        var reach = (int)limit + 1;
        var first = firstOfLength[Math.Clamp(key.Length - reach, 0, LongestKey + 1)];
        var end = firstOfLength[Math.Clamp(key.Length + reach + 1, 0, LongestKey + 1)];
        // A wider search (look-alikes of long names) compares all.
        var mistakes = limit <= NameTolerance.Search && key.Length is > 0 and <= MistakeCount.Longest ? new MistakeCount(key) : null;
        var found = new List<NameCandidate>();
        for (var i = first; i < end; i++)
        {
            if (LetterSignature.Difference(signature, signatures[i]) > MostBits || mistakes?.To(keys[i]) > MostMistakes)
                continue;
            var distance = ConfusionDistance.Between(key, keys[i], (float)limit, ConfusionCosts.Default);
            if (distance > limit)
                continue;
            foreach (var name in Exact(keys[i]))
                found.Add(new NameCandidate(name, Math.Round(distance, 3)));
        }

        found.Sort(static (a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : string.CompareOrdinal(a.Name.Text, b.Name.Text));
        return [.. found];
    }

    // Counting sort: keys of one length stand together, firstOfLength says where they begin.
    private void SortByLength()
    {
        foreach (var key in firstOfKey.Keys)
            firstOfLength[key.Length + 1]++;
        for (var length = 1; length < firstOfLength.Length; length++)
            firstOfLength[length] += firstOfLength[length - 1];
        var at = (int[])firstOfLength.Clone();
        foreach (var key in firstOfKey.Keys)
        {
            var place = at[key.Length]++;
            keys[place] = key;
            signatures[place] = LetterSignature.Of(key);
        }
    }
}
