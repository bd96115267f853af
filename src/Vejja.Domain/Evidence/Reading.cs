using System.Collections.Immutable;

namespace Vejja.Domain.Evidence;

/// <summary>
/// One value read from the page, with the ink it rests on. An absent value is a null <see cref="Reading{T}"/>, never an empty one.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="Value">What is understood.</param>
/// <param name="Raw">The page's own words; null where the value was derived without words of its own.</param>
/// <param name="Confidence">Probability that <paramref name="Value"/> is right, in [0, 1].</param>
/// <param name="Source">Identifiers of the blocks that the value rests on; at least one, unless the text was typed.</param>
public sealed record Reading<T>(T Value, string? Raw, double Confidence, ImmutableArray<string> Source)
{
    /// <summary>Whether the value was computed from other values (a duration from quantity and dose) and not printed.</summary>
    public bool Derived { get; init; }

    /// <summary>What else the ink may say, most likely first; empty where there is no rival reading.</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(Reading<T>? other) =>
        other is not null && EqualityComparer<T>.Default.Equals(Value, other.Value) && Raw == other.Raw
        && Confidence.Equals(other.Confidence) && Derived == other.Derived
        && Source.SequenceEqual(other.Source) && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Raw, Confidence, Derived);
}
