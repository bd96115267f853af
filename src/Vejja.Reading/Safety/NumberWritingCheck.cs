using Vejja.Domain.Evidence;

namespace Vejja.Reading.Safety;

/// <summary>Numbers whose writing invites a misreading.</summary>
internal static class NumberWritingCheck
{
    private const string LettersTakenForDigits = "OolISBZ|";

    /// <summary>Flags of one printed text that holds a dose or a strength.</summary>
    public static IEnumerable<Flag> Check(IReadOnlyList<InkWord> words, string field)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Kind == InkWordKind.Number)
            {
                var shown = Shown(words, i);
                if (HasTrailingZero(word.Text))
                    yield return Raise.Flag(FlagCodes.TrailingZero, field, shown);
                if (word.Text[0] is '.' or ',' && !(word.Glued && i > 0 && words[i - 1].Text is "O" or "o"))
                    yield return Raise.Flag(FlagCodes.NoLeadingZero, field, shown);
                if (MixesScripts(word.Text))
                    yield return Raise.Flag(FlagCodes.DigitLetter, field, shown);
                if (field == "dose" && IsLostStroke(words, i))
                    yield return Raise.Flag(FlagCodes.SlashOrOne, field, shown);
            }
            else if (field == "dose" && word.Kind == InkWordKind.Sign)
            {
                if (word.Text is ">" or "<" or "@")
                    yield return Raise.Flag(FlagCodes.SymbolInDose, field, word.Text);
                if (word.Text == "/" && IsStrokeForOne(words, i))
                    yield return Raise.Flag(FlagCodes.SlashOrOne, field, word.Text);
            }

            if (IsLetterForDigit(words, i))
                yield return Raise.Flag(FlagCodes.DigitLetter, field, Shown(words, i));
        }
    }

    private static bool HasTrailingZero(string number)
    {
        var point = number.IndexOfAny(['.', ',']);
        // Three digits after a comma or point can be thousands (1,000), which are no fraction.
        return point >= 0 && number[^1] is '0' or '\u17E0' && point >= 0 && number.Length - point - 1 < 3;
    }

    private static bool MixesScripts(string number) => number.Any(char.IsAsciiDigit) && number.Any(InkWords.IsKhmerDigit);

    // 112 tablets are rather 1/2, 114 rather 1/4, 314 rather 3/4.
    private static bool IsLostStroke(IReadOnlyList<InkWord> words, int i) =>
        words[i].Text is "112" or "113" or "114" or "213" or "314" && (i + 1 == words.Count || UnitWords.IsSolid(words[i + 1]));

    // A stroke where a number of tablets is due: "/ cp", or alone in its cell.
    private static bool IsStrokeForOne(IReadOnlyList<InkWord> words, int i)
    {
        var before = i > 0 && words[i - 1].Kind != InkWordKind.Sign;
        return !before && (words.Count == 1 || (i + 1 < words.Count && UnitWords.IsSolid(words[i + 1])));
    }

    private static bool IsLetterForDigit(IReadOnlyList<InkWord> words, int i)
    {
        var word = words[i];
        var letters = (word.Kind == InkWordKind.Letters || word.Text == "|") && word.Text.All(l => LettersTakenForDigits.Contains(l, StringComparison.Ordinal));
        if (!letters)
            return false;
        var numberAfter = i + 1 < words.Count && words[i + 1] is { Kind: InkWordKind.Number, Glued: true };
        var numberBefore = i > 0 && word.Glued && words[i - 1].Kind == InkWordKind.Number;
        if (numberBefore && numberAfter)
            return true;
        // "l0 mg": the number that begins with the letter must go on to a unit, or any initial would do.
        if (numberAfter && (i + 2 < words.Count && UnitWords.IsDose(words[i + 2])) && !(i > 0 && word.Glued && words[i - 1].Kind == InkWordKind.Letters))
            return true;
        return numberBefore && i + 1 < words.Count && UnitWords.IsDose(words[i + 1]) && !words[i + 1].IsSign('%');
    }

    private static string Shown(IReadOnlyList<InkWord> words, int i)
    {
        var text = i > 0 && words[i].Glued ? words[i - 1].Text + words[i].Text : words[i].Text;
        return i + 1 < words.Count && words[i + 1].Kind != InkWordKind.Sign ? text + (words[i + 1].Glued ? "" : " ") + words[i + 1].Text : text;
    }
}
