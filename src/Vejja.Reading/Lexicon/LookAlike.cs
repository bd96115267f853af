namespace Vejja.Reading.Lexicon;

/// <summary>Another medicine whose name can be taken for the one at hand.</summary>
/// <param name="Name">The other name.</param>
/// <param name="Edits">Letters to replace, add or drop, each counted as one.</param>
/// <param name="Distance">Distance in which likely confusions of shape count less.</param>
/// <param name="SoundsAlike">Whether both have the same consonants when spoken.</param>
public sealed record LookAlike(MedicineName Name, int Edits, double Distance, bool SoundsAlike);
