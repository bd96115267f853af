using System.Reflection;

namespace Vejja.Reading.Dosing.Words;

/// <summary>Letters that OCR takes for one another (<c>Data/look-alikes.tsv</c>), and the words that a misread word can be by them.</summary>
internal sealed class LookAlikes
{
    private const int ShortestForTwo = 6;
    private const int Longest = 16;
    private readonly List<(string Read, string Printed)> rules = [];

    /// <summary>Reads the rules.</summary>
    public LookAlikes()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Vejja.Reading.Dosing.Data.look-alikes.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var columns = line.Split('\t');
            rules.Add((columns[0], columns[1]));
            rules.Add((columns[1], columns[0]));
        }
    }

    /// <summary>All words within one replacement, or within two where one gives none and the word is long.</summary>
    /// <param name="word">The misread word.</param>
    /// <param name="find">Gives a word's number, or -1.</param>
    /// <param name="found">Receives the words.</param>
    public void Find(string word, Func<string, int> find, HashSet<string> found)
    {
        if (word.Length > Longest)
            return;
        var once = new List<string>();
        foreach (var candidate in Replaced(word))
        {
            if (find(candidate) >= 0)
                found.Add(candidate);
            once.Add(candidate);
        }

        if (found.Count > 0 || word.Length < ShortestForTwo)
            return;
        foreach (var twice in once.SelectMany(Replaced))
        {
            if (find(twice) >= 0)
                found.Add(twice);
        }
    }

    private IEnumerable<string> Replaced(string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            foreach (var (read, printed) in rules)
            {
                if (string.CompareOrdinal(word, i, read, 0, read.Length) == 0)
                    yield return string.Concat(word.AsSpan(0, i), printed, word.AsSpan(i + read.Length));
            }
        }
    }
}
