namespace Vejja.Inference.Recognition;

/// <summary>The letters before a sign, back to the boundary of its word: symbols of a <see cref="Spelling"/>, 8 bits each, the last one lowest.</summary>
/// <param name="Key">The symbols.</param>
/// <param name="Length">How many.</param>
internal readonly record struct SpellingContext(uint Key, int Length)
{
    /// <summary>The boundary alone, as at the start of a line.</summary>
    public static SpellingContext Start { get; } = new(0, 1);
}
