using System.Collections.Immutable;
using System.Globalization;

namespace Vejja.Language.Enhancement;

/// <summary>
/// Cuts a line of OCR into the words that a model may point at: a number with its inner joints, a run of Khmer, of letters, or of one other sign.
/// training/language/words.py cuts the same way.
/// </summary>
internal static class LineWords
{
    private enum Kind
    {
        Space,
        Digit,
        Khmer,
        Letter,
        Other,
    }

    /// <summary>Start and length of every word, left to right.</summary>
    public static ImmutableArray<(int Start, int Length)> Split(string line)
    {
        var words = ImmutableArray.CreateBuilder<(int, int)>();
        var at = 0;
        while (at < line.Length)
        {
            var kind = KindOf(line, at);
            var end = at + StepAt(line, at);
            if (kind is Kind.Space)
            {
                at = end;
                continue;
            }

            while (end < line.Length)
            {
                var joins = kind is Kind.Digit && line[end] is ('.' or ',' or '/') && end + 1 < line.Length && KindOf(line, end + 1) is Kind.Digit;
                var same = KindOf(line, end) == kind && (kind is not Kind.Other || line[end] == line[at]);
                if (!joins && !same)
                    break;
                end += joins ? 2 : StepAt(line, end);
            }

            words.Add((at, end - at));
            at = end;
        }

        return words.ToImmutable();
    }

    private static int StepAt(string line, int at) => char.IsSurrogatePair(line, at) ? 2 : 1;

    private static Kind KindOf(string line, int at)
    {
        var sign = line[at];
        if (char.IsWhiteSpace(sign) || sign is '\u200B' or '\u200C' or '\u200D')
            return Kind.Space;
        return CharUnicodeInfo.GetUnicodeCategory(line, at) switch
        {
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber => Kind.Digit,
            _ when sign is >= '\u1780' and <= '\u17FF' => Kind.Khmer,
            <= UnicodeCategory.EnclosingMark => Kind.Letter,
            _ => Kind.Other,
        };
    }
}
