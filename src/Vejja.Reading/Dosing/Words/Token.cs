namespace Vejja.Reading.Dosing.Words;

/// <summary>What a token is made of.</summary>
internal enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,

    /// <summary>A number in digits or a fraction sign.</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,
}

/// <summary>A piece of folded text.</summary>
/// <param name="Kind">What it is made of.</param>
/// <param name="Start">Index of its first folded character.</param>
/// <param name="End">Index after its last folded character.</param>
/// <param name="Glued">Whether nothing stands between it and the token before.</param>
/// <param name="Value">The number; 0 for others.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, bool Glued, decimal Value = 0)
{
    /// <summary>Whether the number is a fraction sign or stands as one.</summary>
    public bool Fraction { get; init; }

    /// <summary>Whether the number can be read in two ways (1,125) or is too long to be a dose.</summary>
    public bool Doubtful { get; init; }

    /// <summary>The vocabulary's word; -1 where it is none.</summary>
    public int Word { get; init; } = -1;

    /// <summary>Whether the word was misspelt.</summary>
    public bool Repaired { get; init; }

    /// <summary>Whether an unknown word is near to one that bears on the dose.</summary>
    public bool NearDose { get; init; }

    /// <summary>How many decimals were written.</summary>
    public int Digits { get; init; }
}
