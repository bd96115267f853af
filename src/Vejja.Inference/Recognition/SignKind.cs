namespace Vejja.Inference.Recognition;

/// <summary>What a sign is, as far as its confidence is concerned.</summary>
internal enum SignKind
{
    /// <summary>Between words.</summary>
    Blank,

    /// <summary>A Khmer letter or sign.</summary>
    Khmer,

    /// <summary>A Latin letter.</summary>
    Latin,

    /// <summary>A digit of either script.</summary>
    Digit,

    /// <summary>All else.</summary>
    Symbol,
}

/// <summary>The kinds of signs.</summary>
internal static class SignKinds
{
    /// <summary>The kind of an entry of the alphabet.</summary>
    public static SignKind Of(string sign) => sign switch
    {
        " " => SignKind.Blank,
        _ when sign.All(char.IsDigit) => SignKind.Digit,
        [>= '\u1780' and < '\u17E0', ..] => SignKind.Khmer,
        _ when sign.All(char.IsLetter) => SignKind.Latin,
        _ => SignKind.Symbol,
    };
}
