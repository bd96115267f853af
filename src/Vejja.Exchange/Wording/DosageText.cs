using System.Collections.Immutable;
using Vejja.Domain.Dosing;

namespace Vejja.Exchange.Wording;

/// <summary>
/// Puts a Dosage into the standard words of a language, so that a person understands it and the sig grammar reads the same Dosage back.
/// What has no sure words in the language is not put into others: the result is null, and the page's own words are shown.
/// </summary>
public static class DosageText
{
    /// <summary>One Dosage in words; null where the language has no sure words for all of it.</summary>
    public static string? Render(Dosage dosage, WordingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(dosage);
        return new DosageSentence(Vocabulary.Of(language), language).Render(dosage);
    }

    /// <summary>All Dosages of a medicine in words: concurrent ones joined, steps in their order; null where one has no sure words.</summary>
    public static string? Render(ImmutableArray<Dosage> dosages, WordingLanguage language)
    {
        var words = Vocabulary.Of(language);
        var steps = dosages.GroupBy(dosage => dosage.Sequence).OrderBy(step => step.Key)
            .Select(step => step.Select(dosage => Render(dosage, language)).ToArray()).ToArray();
        return steps.Length == 0 || steps.Any(step => step.Any(text => text is null))
            ? null
            : string.Join(words.Say("then"), steps.Select(step => string.Join(words.Say("concurrent"), step)));
    }
}
