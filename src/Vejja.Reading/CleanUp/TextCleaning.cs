using System.Collections.Immutable;

namespace Vejja.Reading.CleanUp;

/// <summary>
/// Cleans what a recogniser gave, and records every change. Digits and units are left alone unless only one legal reading is left; a word becomes a name of
/// the lexicon only where the evidence is unique, and that is not decided here but by <see cref="Lexicon.MedicineLexicon.Resolve"/>.
/// </summary>
public static class TextCleaning
{
    private static readonly ImmutableArray<Func<string, IEnumerable<TextRepair>>> Steps =
    [
        SignRepairs.Invisible, SignRepairs.LookAlikes, SignRepairs.Accents, SignRepairs.KhmerClusters,
        ScriptRepairs.ForeignLetters, NumberRepairs.LetterO, UnitRepairs.Units, SignRepairs.Spaces,
    ];

    /// <summary>The cleaned text with its changes; cleaning it again changes nothing.</summary>
    /// <param name="raw">As the recogniser gave it, one line.</param>
    public static CleanText Clean(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var text = raw;
        var made = ImmutableArray.CreateBuilder<TextRepair>();
        foreach (var step in Steps)
        {
            // From the end, so that the offsets before it stay true.
            foreach (var repair in step(text).Reverse())
            {
                text = string.Concat(text.AsSpan(0, repair.Start), repair.Fixed, text.AsSpan(repair.Start + repair.Raw.Length));
                made.Add(repair);
            }
        }

        return new CleanText(raw, text, made.ToImmutable());
    }
}
