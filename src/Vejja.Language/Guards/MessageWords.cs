using System.Collections.Immutable;

namespace Vejja.Language.Guards;

/// <summary>A message's key with its words and their places.</summary>
internal sealed class MessageWords
{
    private readonly ImmutableArray<(int Start, string Word)> words;

    /// <summary>Parts a key into words.</summary>
    public MessageWords(string key)
    {
        Key = key;
        var found = ImmutableArray.CreateBuilder<(int, string)>();
        var start = 1;
        for (var i = 1; i < key.Length; i++)
        {
            if (key[i] != ' ')
                continue;
            if (i > start)
                found.Add((start, key[start..i]));
            start = i + 1;
        }

        words = found.ToImmutable();
    }

    /// <summary>The key, with a space at both ends.</summary>
    public string Key { get; }

    /// <summary>Words, runs of Khmer as one.</summary>
    public int Count => words.Length;

    /// <summary>Ends of words that are spelt as this one but for one slip, within the places given.</summary>
    public IEnumerable<int> Near(string wanted, int from, int until)
    {
        foreach (var (start, word) in words)
        {
            if (start >= from && start <= until && word.Length > 0 && word[0] == wanted[0] && IsOneSlip(word, wanted))
                yield return start + word.Length;
        }
    }

    /// <summary>One letter more, less or other, or two neighbours changed about.</summary>
    private static bool IsOneSlip(string word, string wanted)
    {
        var shorter = Math.Min(word.Length, wanted.Length);
        if (Math.Abs(word.Length - wanted.Length) > 1)
            return false;
        var head = 0;
        while (head < shorter && word[head] == wanted[head])
            head++;
        if (head == shorter)
            return true;
        var tail = 0;
        while (tail < shorter - head && word[^(tail + 1)] == wanted[^(tail + 1)])
            tail++;
        return shorter - head - tail <= (word.Length == wanted.Length ? 1 : 0)
            || (word.Length == wanted.Length && word.Length - head - tail == 2 && word[head] == wanted[head + 1] && word[head + 1] == wanted[head]);
    }
}
