namespace Vejja.Reading.Dosing.Words;

/// <summary>
/// Finds each token's word: as it stands, cut from others that it is glued to, or repaired where exactly one word is near. Digits
/// inside a word are read as the letters that OCR takes them for only where the whole is then a word; a number never becomes another.
/// </summary>
internal sealed class WordResolution(Vocabulary vocabulary)
{
    private const int ShortestFromDigits = 4;
    private const int LongestRun = 24;
    private const int LongSlip = 6;
    private readonly List<(int End, int Word)> parts = [];

    /// <summary>Resolves all tokens of a text.</summary>
    public void Resolve(ReadOnlySpan<char> text, List<Token> tokens, List<Token> resolved)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word && i + 1 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Number, Glued: true, Fraction: false, Digits: 0 })
                i = LettersThenDigits(text, tokens, i, resolved);
            else
            {
                if (token.Kind == TokenKind.Word)
                    Word(text, token, resolved);
                else
                    resolved.Add(token with { Word = vocabulary.WordId(text[token.Start..token.End]), Doubtful = token.Doubtful || DigitForLetter(text, tokens, i) });
                i++;
            }
        }
    }

    private void Word(ReadOnlySpan<char> text, Token token, List<Token> resolved)
    {
        var word = text[token.Start..token.End];
        var id = vocabulary.WordId(word);
        if (id >= 0)
        {
            resolved.Add(token with { Word = id });
            return;
        }

        var ways = GluedWords.Cut(word, vocabulary, parts);
        if (ways == 1 && !vocabulary.Spelling.IsMisread(word))
        {
            var start = token.Start;
            foreach (var (end, part) in parts)
            {
                resolved.Add(new Token(TokenKind.Word, start, token.Start + end, start > token.Start || token.Glued) { Word = part });
                start = token.Start + end;
            }

            return;
        }

        // Words that are glued together in one way or another are no misspelling of the longest of them; and "tben" can be "tb en" as well as a misread "then".
        if (ways > 0)
        {
            resolved.Add(token with { Word = -1, NearDose = true });
            return;
        }

        // A short word that hangs on a digit ("50irs") is as likely to have the digit wrong.
        if (token.Glued && word.Length <= 4 && token.Start > 0 && char.IsAsciiDigit(text[token.Start - 1]))
        {
            resolved.Add(token with { Word = -1, NearDose = true });
            return;
        }

        var (repaired, near) = vocabulary.Spelling.Find(word);
        resolved.Add(token with { Word = repaired, Repaired = repaired >= 0, NearDose = near || BeginsWithNumber(word) || EndsInTime(word) });
    }

    // "twowecks" has swallowed the length of a course.
    private bool BeginsWithNumber(ReadOnlySpan<char> word)
    {
        for (var length = 3; length <= Math.Min(6, word.Length - 2); length++)
        {
            if (vocabulary.Single(word[..length])?.Has(Sense.Number) == true)
                return true;
        }

        return false;
    }

    // "fwoweeks" too.
    private bool EndsInTime(ReadOnlySpan<char> word)
    {
        for (var length = 4; length <= Math.Min(9, word.Length - 1); length++)
        {
            if (vocabulary.Single(word[^length..]) is { } lexeme && (lexeme.Has(Sense.TimeUnit) || lexeme.Has(Sense.Span)))
                return true;
        }

        return false;
    }

    // "meal5" is a word with a misread letter; "x5", "q6h" and "bidx10" are words with a number; "QD5" can be either.
    private int LettersThenDigits(ReadOnlySpan<char> text, List<Token> tokens, int first, List<Token> resolved)
    {
        var end = first + 1;
        while (end < tokens.Count && tokens[end].Glued && tokens[end].Kind != TokenKind.Symbol && !KhmerWords.IsKhmer(text[tokens[end].Start]))
            end++;
        var run = tokens[first] with { End = tokens[end - 1].End };
        var whole = FromDigits(text[run.Start..run.End], ShortestFromDigits);
        if (whole >= 0)
        {
            resolved.Add(run with { Word = whole, Repaired = true });
            return end;
        }

        // "n0rn", "rn0rning", "f0isparjour": letters with digits among them, and more than one slip.
        if (vocabulary.WordId(text[tokens[first].Start..tokens[first].End]) < 0 && run.End - run.Start >= LongSlip && tokens[end - 1].Kind == TokenKind.Word && Letters(text[run.Start..run.End]) is var letterRun && RepairOf(letterRun) is var repaired and >= 0)
        {
            resolved.Add(run with { Word = repaired, Repaired = true });
            return end;
        }

        var letters = text[tokens[first].Start..tokens[first].End];
        var joined = text[tokens[first].Start..tokens[first + 1].End];
        parts.Clear();
        var lead = letters.Length == 1 ? letters[0] is 'x' or 'q' or 'j' or 'h' || (letters[0] == 't' && first == 0) || KhmerWords.IsKhmer(letters[0])
            : letters is not "to" && (vocabulary.WordId(letters) >= 0 || GluedWords.Cut(letters, vocabulary, parts) == 1) && FromDigits(joined, 2) < 0 && !LastPartFromDigits(text, tokens[first], tokens[first + 1]);
        if (!lead)
        {
            resolved.Add(run with { Word = vocabulary.WordId(text[run.Start..run.End]), NearDose = true });
            return end;
        }

        Word(text, tokens[first], resolved);
        return first + 1;
    }

    // "tabletQD5" can be tablet QDS.
    private bool LastPartFromDigits(ReadOnlySpan<char> text, Token word, Token number)
    {
        if (parts.Count < 2 || parts[^1].End != word.End - word.Start)
            return false;
        return FromDigits(text[(word.Start + parts[^2].End)..number.End], 2) >= 0;
    }

    private int RepairOf(string letters)
    {
        var id = vocabulary.WordId(letters);
        return id >= 0 ? id : vocabulary.Spelling.Find(letters).Word;
    }

    private static string Letters(ReadOnlySpan<char> run) =>
        new string(run).Replace('0', 'o').Replace('1', 'l').Replace('5', 's').Replace('6', 'b').Replace('8', 'b').Replace('2', 'z').Replace('9', 'g');

    // "5ans" can be "sans": a number that may be a letter is no number.
    private bool DigitForLetter(ReadOnlySpan<char> text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Kind != TokenKind.Number || token.Glued || token.End - token.Start != 1 || i + 1 >= tokens.Count || tokens[i + 1] is not { Kind: TokenKind.Word, Glued: true } next
            || KhmerWords.IsKhmer(text[next.Start]))
            return false;
        var word = text[token.Start..next.End];
        // "1A days" can be fourteen; "1à 2" cannot.
        if (word.Length == 2 && word[1] == 'a' && !(i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Number))
            return true;
        return FromDigits(word, 2) >= 0 && (word.Length > 3 || vocabulary.WordId(text[next.Start..next.End]) < 0);
    }

    /// <summary>The word that a run of letters and digits is, when its digits are misread letters; -1 for none.</summary>
    private int FromDigits(ReadOnlySpan<char> run, int shortest)
    {
        if (run.Length < shortest || run.Length > LongestRun)
            return -1;
        Span<char> letters = stackalloc char[LongestRun];
        foreach (var one in "li")
        {
            for (var i = 0; i < run.Length; i++)
                letters[i] = run[i] switch { '0' => 'o', '1' => one, '2' => 'z', '5' => 's', '6' => 'b', '8' => 'b', '9' => 'g', _ => run[i] };
            if (vocabulary.WordId(letters[..run.Length]) is var id and >= 0)
                return id;
        }

        return -1;
    }
}
