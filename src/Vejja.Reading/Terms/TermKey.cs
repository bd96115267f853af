using System.Text;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Terms;

/// <summary>What of a word counts when it is compared: neither case, accents, spaces nor punctuation, and one way of writing each Khmer cluster.</summary>
internal static class TermKey
{
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
}
