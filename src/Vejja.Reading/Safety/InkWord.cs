namespace Vejja.Reading.Safety;

/// <summary>What an <see cref="InkWord"/> is.</summary>
internal enum InkWordKind
{
    /// <summary>Letters with their marks; initials with points (q.d., U.I.) are one word without the points.</summary>
    Letters,

    /// <summary>Digits of any script, with points or commas between or before them.</summary>
    Number,

    /// <summary>One other sign.</summary>
    Sign,
}

/// <summary>A piece of printed text as the checks see it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its signs; initials without their points.</param>
/// <param name="Start">Offset in the text.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Glued">Whether no space parts it from what stands before it.</param>
internal readonly record struct InkWord(InkWordKind Kind, string Text, int Start, int End, bool Glued)
{
    /// <summary>Whether it is this word, case aside.</summary>
    public bool Is(string word) => Kind == InkWordKind.Letters && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this sign.</summary>
    public bool IsSign(char sign) => Kind == InkWordKind.Sign && Text[0] == sign;
}
