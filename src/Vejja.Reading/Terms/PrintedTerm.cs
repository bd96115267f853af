namespace Vejja.Reading.Terms;

/// <summary>A word or phrase that sheets print, with its sense.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Code">What it stands for.</param>
/// <param name="Evidence">P seen printed, T in a clinic system's template, A in an application's strings, empty for everyday words; ? marks an uncertain sense.</param>
internal sealed record PrintedTerm(string Text, string Code, string Evidence)
{
    /// <summary>What matching compares.</summary>
    public string Key { get; } = TermKey.Of(Text);

    /// <summary>Its consonants; empty where they are too few to know it by.</summary>
    public string Consonants { get; } = TermKey.Consonants(TermKey.Of(Text));

    /// <summary>Whether its sense still needs a Khmer pharmacist.</summary>
    public bool IsUncertain => Evidence.Contains('?', StringComparison.Ordinal);
}

/// <summary>A term found in a text that a recogniser may have misread.</summary>
/// <param name="Term">The term.</param>
/// <param name="Similarity">1 for the very word, less by the share of signs that differ.</param>
internal readonly record struct TermMatch(PrintedTerm Term, double Similarity);
