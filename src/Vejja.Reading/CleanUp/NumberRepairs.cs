namespace Vejja.Reading.CleanUp;

/// <summary>Numbers. Nothing is guessed: one case is forced, every other is left for a flag.</summary>
internal static class NumberRepairs
{
    /// <summary>
    /// Rule <c>zero-forced</c>: a capital O between two digits, or between a digit and a unit of mass or volume, can only be a zero, as in 5O0 mg.
    /// l, I, S, B and Z are not repaired: a ruling line, a 1, a 7 or a letter may stand there.
    /// </summary>
    public static IEnumerable<TextRepair> LetterO(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] != 'O' || !IsDigitOrForced(text, i - 1))
                continue;
            var after = i;
            while (after < text.Length && text[after] == 'O')
                after++;
            if ((after < text.Length && char.IsAsciiDigit(text[after])) || UnitRepairs.StandsAt(text, after))
                yield return new TextRepair(i, "O", "0", "zero-forced");
        }
    }

    private static bool IsDigitOrForced(string text, int at)
    {
        while (at > 0 && text[at] == 'O')
            at--;
        return char.IsAsciiDigit(text[at]);
    }
}
