namespace Vejja.Reading.Dosing;

/// <summary>What a sig may need to be told.</summary>
public sealed record SigOptions
{
    /// <summary>
    /// Longest text that is read as one sig, in characters; from 100 to 100,000, default 4,000. A longer one is no sig: it comes back
    /// whole as residue.
    /// </summary>
    public int LongestText { get; init; } = 4_000;
}
