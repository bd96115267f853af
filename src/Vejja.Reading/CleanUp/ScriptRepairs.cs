namespace Vejja.Reading.CleanUp;

/// <summary>Letters of Cyrillic and Greek that print like Latin ones.</summary>
internal static class ScriptRepairs
{
    private const string Foreign = "АВЕЅІЈКМНОРСТХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private const string Latin = "ABESIJKMHOPCTXaesijopcyxABEZHIKMNOPTYXo";

    /// <summary>Rule <c>latin-letter</c>: inside a word whose other letters are Latin, a foreign letter of the same shape is the Latin one.</summary>
    public static IEnumerable<TextRepair> ForeignLetters(string text)
    {
        for (int start = 0, i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
                continue;
            if (Mixed(text.AsSpan(start, i - start)))
            {
                for (var at = start; at < i; at++)
                {
                    if (Foreign.IndexOf(text[at], StringComparison.Ordinal) is var known and >= 0)
                        yield return new TextRepair(at, text[at..(at + 1)], Latin[known..(known + 1)], "latin-letter");
                }
            }

            start = i + 1;
        }
    }

    private static bool Mixed(ReadOnlySpan<char> word)
    {
        var (latin, foreign) = (0, 0);
        foreach (var letter in word)
        {
            if (letter < '\u0250')
                latin++;
            else if (Foreign.Contains(letter, StringComparison.Ordinal))
                foreign++;
            else
                return false;
        }

        return latin > 0 && foreign > 0;
    }
}
