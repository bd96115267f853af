using System.Collections.Frozen;
using System.Text;

namespace Vejja.Language.Guards;

/// <summary>
/// The form in which messages are compared: lower case, no accents, a digit is 0 and more digits are 00, every other sign that is no letter is one space,
/// no space between Khmer signs, a space at both ends. The training does the same (training/assistant/message_key.py).
/// </summary>
internal static class MessageKey
{
    private static readonly FrozenDictionary<char, string> Folds = new (string Plain, string Marked)[]
    {
        ("a", "àáâãäåāăạảấầẩẫậắằẳẵặ"), ("c", "çćč"), ("d", "đď"), ("e", "èéêëēęěẹẻẽếềểễệ"), ("i", "ìíîïīịỉĩı"), ("n", "ñńň"), ("o", "òóôõöøōơọỏốồổỗộớờởỡợ"),
        ("s", "śšşș"), ("t", "ťțţ"), ("u", "ùúûüūưụủũứừửữự"), ("y", "ýÿỳỵỷỹ"), ("z", "źżž"), ("g", "ğ"), ("l", "ł"), ("r", "ř"),
        ("oe", "œ"), ("ae", "æ"), ("ss", "ß"), ("ឱ", "ឲ"),
    }.SelectMany(fold => fold.Marked.Select(marked => KeyValuePair.Create(marked, fold.Plain))).ToFrozenDictionary();

    /// <summary>The key of a text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepDigits">Whether digits stay as they are, in ASCII, for what points at a number.</param>
    public static string Of(string text, bool keepDigits = false)
    {
        var signs = new StringBuilder(text.Length + 2);
        foreach (var letter in text)
        {
            var sign = char.ToLowerInvariant(letter);
            if (IsInvisible(sign))
                continue;
            if (Folds.TryGetValue(sign, out var folded))
                signs.Append(folded);
            else if (keepDigits && char.IsDigit(sign))
                signs.Append((char)('0' + (int)char.GetNumericValue(sign)));
            else
                Append(signs, char.IsDigit(sign) ? '0' : IsKhmer(sign) || char.IsLetter(sign) ? sign : ' ');
        }

        // Coeng da and coeng ta are written alike, and two vowels typed for one look alike.
        signs.Replace("\u17d2\u178a", "\u17d2\u178f").Replace("\u17c1\u17b8", "\u17be").Replace("\u17c1\u17b6", "\u17c4");
        return $" {WithoutInnerSpaces(signs.ToString()).Trim(' ')} ";
    }

    /// <summary>Whether the sign is a letter or vowel of Khmer.</summary>
    public static bool IsKhmer(char sign) => sign is >= '\u1780' and <= '\u17d3' or '\u17dd';

    private static bool IsInvisible(char sign) => sign is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad' or (>= '\u0300' and < '\u0370');

    private static void Append(StringBuilder signs, char sign)
    {
        if (sign == ' ' && signs.Length > 0 && signs[^1] == ' ')
            return;
        if (sign == '0' && signs.Length > 1 && signs[^1] == '0' && signs[^2] == '0')
            return;
        signs.Append(sign);
    }

    private static string WithoutInnerSpaces(string line)
    {
        var kept = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ' || i == 0 || i == line.Length - 1 || !IsKhmer(line[i - 1]) || !IsKhmer(line[i + 1]))
                kept.Append(line[i]);
        }

        return kept.ToString();
    }
}
