namespace Vejja.Bench.Scoring;

/// <summary>What became of one field.</summary>
/// <param name="Field">Its name in the contract, or <c>dose</c>, <c>times</c>.</param>
/// <param name="IsExpected">Whether the page says it.</param>
/// <param name="IsGiven">Whether the reader gave a value.</param>
/// <param name="IsRight">Whether the value is right.</param>
/// <param name="Confidence">The reader's confidence in it, in [0, 1]; 0 where it gave none.</param>
/// <param name="IsFlagged">Whether a flag asks a person to look at it, or words stayed without sense.</param>
/// <param name="IsDoseBearing">Whether a fault in it can hurt.</param>
/// <param name="Expected">The truth, for lists of faults.</param>
/// <param name="Given">The reading, for lists of faults.</param>
internal sealed record FieldOutcome(
    string Field, bool IsExpected, bool IsGiven, bool IsRight, double Confidence, bool IsFlagged, bool IsDoseBearing, string Expected, string Given)
{
    /// <summary>From here on a person relies on a value without looking (DESIGN, rule 2).</summary>
    public const double TrustedConfidence = 0.8;

    /// <summary>Relied on without a look.</summary>
    public bool IsTrusted => IsGiven && Confidence >= TrustedConfidence && !IsFlagged;

    /// <summary>The worst fault there is: wrong, confident and unflagged.</summary>
    public bool IsSilentlyWrong => IsDoseBearing && IsTrusted && !IsRight;

    /// <summary>Right and usable without a look.</summary>
    public bool IsCovered => IsDoseBearing && IsExpected && IsTrusted && IsRight;
}
