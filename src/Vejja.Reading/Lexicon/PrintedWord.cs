namespace Vejja.Reading.Lexicon;

/// <summary>A word of a sheet with what it stands for.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Code">Canonical code.</param>
/// <param name="Language">en, fr or km.</param>
/// <param name="Evidence">For Khmer: P printed on a real prescription, T in a template, A in an application, S standard Khmer, ? uncertain; empty otherwise.</param>
public sealed record PrintedWord(string Text, string Code, string Language, string Evidence)
{
    /// <summary>Whether a Khmer pharmacist still has to confirm the sense: flag, never guess.</summary>
    public bool IsUncertain => Evidence == "?";
}
