namespace Vejja.Reading.Lexicon;

/// <summary>A name of the lexicon that the text may stand for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Distance">0 for the same letters; a likely confusion adds a part of 1, any other replaced, missing or added letter adds 1.</param>
public sealed record NameCandidate(MedicineName Name, double Distance);
