using Vejja.Domain.Evidence;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Safety;

/// <summary>A strength glued to the name before it, so that it is unsure where the number begins.</summary>
internal static class GluedStrengthCheck
{
    /// <summary>Flags of one printed line with a medicine's name.</summary>
    public static IEnumerable<Flag> Check(IReadOnlyList<InkWord> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
        {
            if (words[i] is not { Kind: InkWordKind.Number, Glued: true } || words[i - 1].Kind != InkWordKind.Letters || !UnitWords.IsMeasure(words[i + 1]))
                continue;
            // Units, forms and the multiplication sign before a number are no names (x500 mg, cp20mg).
            var name = words[i - 1].Text;
            var word = name.Length >= 3 && UnitVocabulary.Find(name).IsEmpty && FormVocabulary.Find(name).IsEmpty;
            // Vitamin B1100 mg: a letter that usually carries one or two digits of its own.
            var vitamin = name is "B" or "D" or "K" or "b" or "d" or "k" && words[i].Text.Length >= 3;
            if (word || vitamin)
                yield return Raise.Flag(FlagCodes.GluedStrength, "strength", name + words[i].Text + words[i + 1].Text);
        }
    }
}
