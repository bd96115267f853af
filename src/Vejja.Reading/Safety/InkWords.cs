using System.Globalization;

namespace Vejja.Reading.Safety;

/// <summary>Parts a printed text into words, numbers and signs, with what is glued to what.</summary>
internal static class InkWords
{
    /// <summary>The pieces in order.</summary>
    public static List<InkWord> Of(string text)
    {
        var words = new List<InkWord>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var glued = start > 0 && !char.IsWhiteSpace(text[start - 1]);
            var kind = KindAt(text, i, glued);
            i = kind switch
            {
                InkWordKind.Number => NumberEnd(text, i),
                InkWordKind.Letters => LettersEnd(text, i),
                _ => i + 1,
            };
            var piece = text[start..i];
            words.Add(new InkWord(kind, kind == InkWordKind.Letters ? piece.Replace(".", "", StringComparison.Ordinal) : piece, start, i, glued));
        }

        return words;
    }

    /// <summary>Whether a sign is a digit of any script.</summary>
    public static bool IsDigit(char sign) => char.IsAsciiDigit(sign) || IsKhmerDigit(sign);

    /// <summary>Whether a sign is a Khmer digit.</summary>
    public static bool IsKhmerDigit(char sign) => sign is >= '\u17E0' and <= '\u17E9';

    /// <summary>The value of a number as printed; null where it is none, or mixes scripts.</summary>
    public static decimal? Value(string number)
    {
        var ascii = string.Create(number.Length, number, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = IsKhmerDigit(source[i]) ? (char)('0' + (source[i] - '\u17E0')) : source[i] == ',' ? '.' : source[i];
        });
        return decimal.TryParse(ascii, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static InkWordKind KindAt(string text, int at, bool glued)
    {
        if (IsDigit(text[at]))
            return InkWordKind.Number;
        if (IsLetter(text[at]))
            return InkWordKind.Letters;
        // A point opens a number where nothing stands before it (.5), or one of the letters taken for a zero does (O.5).
        var opens = text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at + 1]) && (!glued || text[at - 1] is 'O' or 'o' or '(' or '/' or '-');
        return opens ? InkWordKind.Number : InkWordKind.Sign;
    }

    private static int NumberEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (IsDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && IsDigit(text[end + 1]) && IsDigit(text[end - 1]))))
            end++;
        return end;
    }

    private static int LettersEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && IsLetter(text[end]))
            end++;
        // Initials: single letters with a point after each but perhaps the last, as in q.d. and U.I
        if (end - at == 1)
        {
            while (end + 1 < text.Length && text[end] == '.' && IsLetter(text[end + 1]) && (end + 2 >= text.Length || !IsLetter(text[end + 2])))
                end += 2;
        }

        return end;
    }

    // Marks of Khmer and combining accents belong to the letter before them.
    private static bool IsLetter(char sign) =>
        char.IsLetter(sign) || sign is '\u00B5' || CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
