using System.Text;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Terms;

/// <summary>What of a word counts when it is compared: neither case, accents, spaces nor punctuation, and one way of writing each Khmer cluster.</summary>
internal static class TermKey
{
    private const int FewestConsonants = 3;

    /// <summary>The key of a text; empty where it has neither letter nor digit.</summary>
    public static string Of(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '\u17D2' || Layout.Scripts.IsKhmerLetter(sign))
                key.Append(sign);
            else if (char.IsLetterOrDigit(sign))
                key.Append(NameKey.Bare(Digits.Fold(sign)));
            else if (sign is '#' or '%')
                key.Append(sign);
        }

        return key.Replace("\u17D2\u178A", "\u17D2\u178F").Replace("\u17C1\u17B8", "\u17BE").Replace("\u17C1\u17B6", "\u17C4").ToString();
    }

    /// <summary>The consonants of a key that is all Khmer, with those below the line: what is left of a word where its vowels were lost or misplaced. Empty where fewer than three stand on the line.</summary>
    public static string Consonants(string key)
    {
        if (!key.All(Layout.Scripts.IsKhmerLetter))
            return "";
        var consonants = string.Concat(key.Where(sign => sign is '\u17D2' or (>= '\u1780' and <= '\u17B3')));
        return consonants.Length - (2 * consonants.Count(sign => sign is '\u17D2')) >= FewestConsonants ? consonants : "";
    }
}
