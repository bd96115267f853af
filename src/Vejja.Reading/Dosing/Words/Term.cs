namespace Vejja.Reading.Dosing.Words;

/// <summary>What the grammar reads.</summary>
internal enum TermKind
{
    /// <summary>A word or phrase of the vocabulary.</summary>
    Word,

    /// <summary>A number in digits, or a fraction.</summary>
    Number,

    /// <summary>A time of day written with a colon: minutes after midnight.</summary>
    Clock,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>A length in sevenths, twelfths or fifty-seconds: days, months, weeks.</summary>
    Course,

    /// <summary>One other character.</summary>
    Symbol,

    /// <summary>A word that the vocabulary does not have.</summary>
    Unknown,
}

/// <summary>A typed term with its place in the original text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Index of its first character in the original text.</param>
/// <param name="End">Index after its last character.</param>
/// <param name="Glued">Whether nothing stands between it and the term before.</param>
internal readonly record struct Term(TermKind Kind, int Start, int End, bool Glued)
{
    /// <summary>Its senses; null unless it is a word.</summary>
    public Lexeme? Lexeme { get; init; }

    /// <summary>The number, the minutes after midnight, or the length of the course.</summary>
    public decimal Value { get; init; }

    /// <summary>The denominator of a course (7, 12, 52).</summary>
    public int Denominator { get; init; }

    /// <summary>The date.</summary>
    public DateOnly Date { get; init; }

    /// <summary>The character of a symbol.</summary>
    public char Symbol { get; init; }

    /// <summary>Whether the number is a fraction.</summary>
    public bool Fraction { get; init; }

    /// <summary>Whether the number can be read in two ways.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Whether the word was misspelt and its sense rests on the nearest one.</summary>
    public bool Repaired { get; init; }

    /// <summary>Whether an unknown word is near to a word that bears on the dose.</summary>
    public bool NearDose { get; init; }

    /// <summary>Whether it can mean this.</summary>
    public bool Is(Sense sense) => Lexeme is not null && Lexeme.Has(sense);

    /// <summary>The value of a sense.</summary>
    public string Of(Sense sense) => Lexeme!.Value(sense);
}
