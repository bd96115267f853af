namespace Vejja.Reading.Safety;

/// <summary>Codes of the flags that the checks of this folder raise; docs/flags.md lists all with their meaning.</summary>
public static class FlagCodes
{
    /// <summary>U after a number.</summary>
    public const string AbbreviationU = "abbreviation-u";

    /// <summary>IU or UI after a number.</summary>
    public const string AbbreviationIu = "abbreviation-iu";

    /// <summary>QD.</summary>
    public const string AbbreviationQd = "abbreviation-qd";

    /// <summary>QOD.</summary>
    public const string AbbreviationQod = "abbreviation-qod";

    /// <summary>cc as a volume.</summary>
    public const string AbbreviationCc = "abbreviation-cc";

    /// <summary>µg, info alone.</summary>
    public const string AbbreviationMicrogram = "abbreviation-microgram";

    /// <summary>MS, MSO4, MgSO4.</summary>
    public const string AbbreviationDrugName = "abbreviation-drug-name";

    /// <summary>1.0 mg.</summary>
    public const string TrailingZero = "trailing-zero";

    /// <summary>.5 mg.</summary>
    public const string NoLeadingZero = "no-leading-zero";

    /// <summary>&gt;, &lt; or @ in a dose.</summary>
    public const string SymbolInDose = "symbol-in-dose";

    /// <summary>Strength glued to a name.</summary>
    public const string GluedStrength = "glued-strength";

    /// <summary>A letter among digits.</summary>
    public const string DigitLetter = "digit-letter";

    /// <summary>/ against 1.</summary>
    public const string SlashOrOne = "slash-or-one";

    /// <summary>Two digits in a column of single ones.</summary>
    public const string OutlierInColumn = "outlier-in-column";

    /// <summary>No medicine is near the name.</summary>
    public const string NameNotKnown = "name-not-known";

    /// <summary>Several medicines are near the name.</summary>
    public const string NameUncertain = "name-uncertain";

    /// <summary>The name is near one medicine only and was taken for it.</summary>
    public const string NameRepaired = "name-repaired";

    /// <summary>Another medicine's name looks like it.</summary>
    public const string LookAlikeName = "look-alike-name";

    /// <summary>The strength is not made.</summary>
    public const string StrengthNotMade = "strength-not-made";

    /// <summary>A power of ten away from a strength that is made.</summary>
    public const string StrengthTenfold = "strength-tenfold";

    /// <summary>A dose that may have lost its point.</summary>
    public const string DoseTenfold = "dose-tenfold";

    /// <summary>A weekly medicine read as daily.</summary>
    public const string WeeklyDrugDaily = "weekly-drug-daily";

    /// <summary>One ingredient in two medications.</summary>
    public const string DuplicateIngredient = "duplicate-ingredient";

    /// <summary>Quantity is not daily dose × days.</summary>
    public const string QuantityMismatch = "quantity-mismatch";

    /// <summary>Above the maximum that the sheet states.</summary>
    public const string AboveStatedMaximum = "above-stated-maximum";

    /// <summary>As directed.</summary>
    public const string AsDirected = "as-directed";

    /// <summary>The dose depends on a measured value.</summary>
    public const string SlidingScale = "sliding-scale";

    /// <summary>The dose depends on a condition.</summary>
    public const string ConditionalDose = "conditional-dose";

    /// <summary>A word with several senses.</summary>
    public const string AmbiguousTerm = "ambiguous-term";

    /// <summary>Handwriting in place of print or over it.</summary>
    public const string Handwriting = "handwriting";

    /// <summary>Crossed out.</summary>
    public const string CrossedOut = "crossed-out";
}
