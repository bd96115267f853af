namespace Vejja.Reading.Lexicon;

/// <summary>Where in a line a medicine's name stands.</summary>
/// <param name="Start">Offset of its first sign.</param>
/// <param name="Length">Number of signs.</param>
/// <param name="Match">What the lexicon makes of it: exact or near, never unknown or ambiguous.</param>
public sealed record NameSpan(int Start, int Length, NameMatch Match);
