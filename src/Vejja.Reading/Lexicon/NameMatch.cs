using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>What the lexicon makes of a printed name.</summary>
public enum NameMatchKind
{
    /// <summary>No name is near.</summary>
    Unknown,

    /// <summary>Several names with different contents are about equally near: the lexicon abstains.</summary>
    Ambiguous,

    /// <summary>One content is near enough, and no other is close to it.</summary>
    Near,

    /// <summary>The same letters as a name of one content.</summary>
    Exact,
}

/// <summary>The lexicon's answer for one printed name.</summary>
/// <param name="Kind">How sure it is.</param>
/// <param name="Name">The name it stands for; null where unknown or ambiguous.</param>
/// <param name="Distance">Distance of <paramref name="Name"/>, or of the nearest candidate; 0 where there is none.</param>
/// <param name="Candidates">The nearest names, nearest first.</param>
public sealed record NameMatch(NameMatchKind Kind, MedicineName? Name, double Distance, ImmutableArray<NameCandidate> Candidates)
{
    /// <summary>Nothing is near.</summary>
    internal static NameMatch None { get; } = new(NameMatchKind.Unknown, null, 0, []);

    /// <inheritdoc/>
    public bool Equals(NameMatch? other) =>
        other is not null && Kind == other.Kind && Name == other.Name && Distance.Equals(other.Distance) && Candidates.SequenceEqual(other.Candidates);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Name, Distance);
}
