using System.Globalization;

namespace Vejja.Reading.Dosing.Words;

/// <summary>Cuts folded text into words, numbers and symbols in one pass.</summary>
internal static class SigTokenizer
{
    /// <summary>Longest run of digits that is read as a number.</summary>
    private const int LongestNumber = 12;

    /// <summary>Cuts a folded text.</summary>
    /// <param name="text">Folded characters.</param>
    /// <param name="khmer">The Khmer words, since Khmer is written without spaces.</param>
    /// <param name="tokens">Receives the tokens.</param>
    public static void Cut(ReadOnlySpan<char> text, KhmerWords khmer, List<Token> tokens)
    {
        var at = 0;
        var glued = false;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                if (c is '\n' or '\r')
                    tokens.Add(new Token(TokenKind.Symbol, at, at + 1, false));
                at++;
                glued = false;
                continue;
            }

            if (IsDigit(c) || c is '½' or '¼' or '¾' || OpensDecimal(text, at))
                at = Number(text, at, glued, tokens);
            else if (c == '(' && PluralEnding(text, at) is var ending and > 0)
                at += ending;
            else if (KhmerWords.IsKhmer(c))
                at = khmer.Cut(text, at, glued, tokens);
            else if (char.IsLetter(c) || c == 'µ')
                at = Word(text, at, glued, tokens);
            else
                tokens.Add(new Token(TokenKind.Symbol, at, ++at, glued));
            glued = true;
        }
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    // .5 mg is half a milligram; without its point it would be ten times as much. After a word or number the point ends a sentence or belongs to a list.
    private static bool OpensDecimal(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && IsDigit(text[at + 1]) && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or ','));

    private static int Number(ReadOnlySpan<char> text, int start, bool glued, List<Token> tokens)
    {
        if (text[start] is '½' or '¼' or '¾')
        {
            var fraction = text[start] switch { '½' => 0.5m, '¼' => 0.25m, _ => 0.75m };
            tokens.Add(new Token(TokenKind.Number, start, start + 1, glued, fraction) { Fraction = true });
            return start + 1;
        }

        var end = start;
        while (end < text.Length && IsDigit(text[end]))
            end++;
        var whole = end;
        if (end + 1 < text.Length && text[end] is '.' or ',' && end + 1 < text.Length && IsDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && IsDigit(text[end]))
                end++;
        }

        // 10 000: groups of three zeros after a space belong to the number; other digits after a space do not (1 500 mg is one of 500 mg).
        while (end == whole && whole - start <= 3 && end + 4 <= text.Length && text[end] == ' ' && text.Slice(end + 1, 3) is "000"
            && (end + 4 == text.Length || !IsDigit(text[end + 4])))
        {
            end += 4;
            whole = end;
        }

        // A second point or comma (1.1.1, 1,000,000) makes it no plain number.
        var doubtful = end - start > LongestNumber || (end + 1 < text.Length && text[end] is '.' or ',' && IsDigit(text[end + 1]));
        // "area(5)" can be a misread "area(s)".
        doubtful |= start >= 2 && text[start - 1] == '(' && char.IsLetter(text[start - 2]) && end < text.Length && text[end] == ')';
        var decimals = end > whole ? end - whole - 1 : 0;
        // 50,000 is fifty thousand (nobody writes three zeros after a decimal comma); 1,500 can be either.
        var thousands = decimals == 3 && text[whole] == ',' && text[start] != '0' && whole - start <= 3 && text.Slice(whole + 1, 3) is "000" && !doubtful;
        if (decimals == 3 && text[whole] == ',' && text[start] != '0')
            doubtful |= !thousands;
        Span<char> digits = stackalloc char[LongestNumber];
        var count = 0;
        for (var i = start; i < end && count < LongestNumber; i++)
        {
            if (text[i] != ' ' && !(thousands && text[i] == ','))
                digits[count++] = text[i] == ',' ? '.' : text[i];
        }

        var value = decimal.Parse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        tokens.Add(new Token(TokenKind.Number, start, end, glued, value) { Doubtful = doubtful, Digits = thousands ? 0 : decimals });
        return end;
    }

    /// <summary>Length of <c>(s)</c> or <c>(es)</c> glued to the word before; 0 where there is none.</summary>
    private static int PluralEnding(ReadOnlySpan<char> text, int at)
    {
        if (at == 0 || !char.IsLetter(text[at - 1]))
            return 0;
        var rest = text[at..];
        return rest.StartsWith("(s)") ? 3 : rest.StartsWith("(es)") ? 4 : 0;
    }

    private static int Word(ReadOnlySpan<char> text, int start, bool glued, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == 'µ') && !KhmerWords.IsKhmer(text[end]))
            end++;
        // An elision (l', d', jusqu', o') keeps its apostrophe: a bare l can be a misread 1.
        if (end < text.Length && text[end] == '\'' && (end + 1 == text.Length || char.IsLetter(text[end + 1])))
            end++;
        tokens.Add(new Token(TokenKind.Word, start, end, glued));
        return end;
    }
}
