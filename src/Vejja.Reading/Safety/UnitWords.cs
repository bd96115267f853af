using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>Which words are units, for checks that look at the word after a number.</summary>
internal static class UnitWords
{
    /// <summary>Whether the word is a unit of mass, volume, activity, amount or concentration.</summary>
    public static bool IsMeasure(InkWord word) => KindOf(word) is "mass" or "volume" or "activity" or "amount" or "concentration";

    /// <summary>Whether the word is a unit of a dose: a measure, a count or a spoon.</summary>
    public static bool IsDose(InkWord word) => IsMeasure(word) || KindOf(word) is "count" or "household";

    /// <summary>Whether the word counts solid forms.</summary>
    public static bool IsSolid(InkWord word) =>
        word.Kind == InkWordKind.Letters && UnitVocabulary.Find(word.Text).Any(w => w.Code is "{tablet}" or "{capsule}" or "{sachet}" or "{suppository}" or "{pessary}");

    private static string? KindOf(InkWord word)
    {
        if (word.Kind == InkWordKind.Number || (word.Kind == InkWordKind.Sign && word.Text != "%"))
            return null;
        var found = UnitVocabulary.Find(word.Text);
        return found.IsEmpty ? null : UnitVocabulary.KindOf(found[0].Code);
    }
}
