namespace Vejja.Reading.Lexicon;

/// <summary>A name as it stands in the data files; the public record is made when it is asked for.</summary>
/// <param name="Text">The usual spelling.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Substances">Ids joined by <c>+</c>.</param>
/// <param name="Region">Where it is best known; empty for nonproprietary names.</param>
internal readonly record struct NameEntry(string Text, MedicineNameKind Kind, string Substances, string Region)
{
    /// <summary>The name with its ingredients apart.</summary>
    public MedicineName ToName() => new(Text, Kind, [.. Substances.Split('+')], Region);
}
