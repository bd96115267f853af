namespace Vejja.Reading.Lexicon;

/// <summary>How far a printed name may be from a name of the lexicon to be taken for it. Short names have too many neighbours to allow anything.</summary>
internal static class NameTolerance
{
    /// <summary>How much nearer than any other content the best one must be; below it the lexicon abstains.</summary>
    public const double Margin = 0.7;

    /// <summary>The largest distance at which candidates are listed, in units of one ordinary mistake.</summary>
    public const double Search = 2.2;

    /// <summary>The largest distance at which a name of so many letters is taken.</summary>
    public static double Accept(int letters) => letters switch
    {
        < 5 => 0,
        <= 6 => 0.65,
        <= 9 => 1.1,
        <= 12 => 1.6,
        _ => 2,
    };
}
