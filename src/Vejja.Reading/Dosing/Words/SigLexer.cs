namespace Vejja.Reading.Dosing.Words;

/// <summary>From text to typed terms: phrases of the vocabulary, numbers, fractions, clock times, dates, symbols, unknown words.</summary>
internal sealed class SigLexer(Vocabulary vocabulary)
{
    private readonly WordResolution resolution = new(vocabulary);
    private readonly List<Token> tokens = [];
    private readonly List<Token> raw = [];

    /// <summary>Reads all terms of a text.</summary>
    public List<Term> Read(string text)
    {
        var folded = FoldedText.Of(text);
        tokens.Clear();
        raw.Clear();
        SigTokenizer.Cut(folded.Characters, vocabulary.Khmer, raw);
        resolution.Resolve(folded.Characters, raw, tokens);
        var terms = new List<Term>(tokens.Count);
        for (var i = 0; i < tokens.Count;)
            i = Next(folded, i, terms);
        folded.Return();
        return terms;
    }

    private int Next(FoldedText text, int i, List<Term> terms)
    {
        var token = tokens[i];
        if (token.Kind == TokenKind.Number)
            return Numeric(text, i, terms);
        var (lexeme, next) = vocabulary.Longest(text.Characters, tokens, i);
        if (lexeme is not null)
        {
            terms.Add(Word(text, token, tokens[next - 1], lexeme) with { Repaired = AnyRepaired(i, next) });
            return next;
        }

        if (token.Kind == TokenKind.Symbol)
        {
            // A point after an abbreviation ends no sentence.
            terms.Add(At(text, TermKind.Symbol, token, token) with { Symbol = text.Characters[token.Start] });
            return i + 1;
        }

        if (PointedAbbreviation(text, i) is var (pointed, after) && pointed is not null)
        {
            terms.Add(Word(text, token, tokens[after - 1], pointed));
            return after;
        }

        terms.Add(At(text, TermKind.Unknown, token, token) with { NearDose = token.NearDose || (token.Word >= 0 && vocabulary.BearsOnDose(token.Word)) });
        return i + 1;
    }

    private bool AnyRepaired(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Repaired)
                return true;
        }

        return false;
    }

    // b.d., t.i.d., c. à c.: single letters with points are one word.
    private (Lexeme? Lexeme, int Next) PointedAbbreviation(FoldedText text, int i)
    {
        Span<char> letters = stackalloc char[5];
        var (count, at) = (0, i);
        while (count < letters.Length && at < tokens.Count && tokens[at] is { Kind: TokenKind.Word } letter && letter.End - letter.Start == 1
            && (at == i || letter.Glued))
        {
            letters[count++] = text.Characters[letter.Start];
            at++;
            if (at < tokens.Count && text.Characters[tokens[at].Start] == '.')
                at++;
        }

        return count > 1 && vocabulary.Single(letters[..count]) is { } lexeme ? (lexeme, at) : (null, i);
    }

    private int Numeric(FoldedText text, int i, List<Term> terms)
    {
        var token = tokens[i];
        var term = At(text, TermKind.Number, token, token) with { Value = token.Value, Fraction = token.Fraction, Doubtful = token.Doubtful };
        if (token.Digits > 0 || token.Fraction || Follows(text, i + 1) is not { } mark || NumberAt(i + 2) is not { } second)
        {
            terms.Add(term);
            return i + 1;
        }

        var third = Follows(text, i + 3) == mark ? NumberAt(i + 4) : null;
        if (third is { } last && mark is '/' or '-' && DateOf(token, second, third!.Value) is { } date)
        {
            terms.Add(At(text, TermKind.Date, token, last) with { Date = date });
            return i + 5;
        }

        if (mark == ':' && token.Value < 24 && second.Value < 60 && second.End - second.Start == 2 && third is null)
        {
            terms.Add(At(text, TermKind.Clock, token, second) with { Value = (token.Value * 60) + second.Value });
            return i + 3;
        }

        if (mark == '/' && third is null && Slash(text, token, second) is { } ratio)
        {
            terms.Add(ratio);
            return i + 3;
        }

        terms.Add(term);
        return i + 1;
    }

    private static Term? Slash(FoldedText text, Token upper, Token lower) => lower.Value switch
    {
        2 or 3 or 4 when upper.Value > 0 && upper.Value < lower.Value =>
            At(text, TermKind.Number, upper, lower) with { Value = upper.Value / lower.Value, Fraction = true },
        7 or 12 or 52 when upper.Value > 0 =>
            At(text, TermKind.Course, upper, lower) with { Value = upper.Value, Denominator = (int)lower.Value },
        _ => null,
    };

    private static DateOnly? DateOf(Token first, Token second, Token third)
    {
        var (year, month, day) = first.End - first.Start == 4 ? (first.Value, second.Value, third.Value) : (third.Value, second.Value, first.Value);
        if (third.End - third.Start == 2 && first.End - first.Start <= 2)
            year += 2000;
        var valid = year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);
        return valid ? new DateOnly((int)year, (int)month, (int)day) : null;
    }

    private char? Follows(FoldedText text, int i) =>
        i < tokens.Count && tokens[i] is { Kind: TokenKind.Symbol, Glued: true } symbol ? text.Characters[symbol.Start] : null;

    private Token? NumberAt(int i) => i < tokens.Count && tokens[i] is { Kind: TokenKind.Number, Glued: true, Fraction: false, Digits: 0 } number ? number : null;

    private static Term Word(FoldedText text, Token first, Token last, Lexeme lexeme) => At(text, TermKind.Word, first, last) with { Lexeme = lexeme };

    private static Term At(FoldedText text, TermKind kind, Token first, Token last)
    {
        var lastCharacter = text.Origin(last.End - 1);
        return new Term(kind, text.Origin(first.Start), Math.Max(lastCharacter + 1, text.Origin(last.End - 1) + 1), first.Glued);
    }
}
