using System.Collections.Immutable;

namespace Vejja.Reading.Lexicon;

/// <summary>What kind of name it is.</summary>
public enum MedicineNameKind
{
    /// <summary>An international nonproprietary name, English or French.</summary>
    Inn,

    /// <summary>Another nonproprietary name.</summary>
    Synonym,

    /// <summary>A trade name, or the short name of a fixed combination.</summary>
    Brand,
}

/// <summary>A name as it is printed, with what it stands for.</summary>
/// <param name="Text">The usual spelling.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Substances">Ids of the active ingredients, in the order in which strengths are printed.</param>
/// <param name="Region">Where the name is best known: kh, fr, us, in, int; empty for nonproprietary names.</param>
public sealed record MedicineName(string Text, MedicineNameKind Kind, ImmutableArray<string> Substances, string Region)
{
    /// <summary>The ids joined by <c>+</c> in alphabetical order: equal for equal contents.</summary>
    public string Content { get; } = Substances.Length == 1 ? Substances[0] : string.Join('+', Substances.Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public bool Equals(MedicineName? other) =>
        other is not null && Text == other.Text && Kind == other.Kind && Region == other.Region && Substances.SequenceEqual(other.Substances);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Kind, Content, Region);
}
