using System.Text.RegularExpressions;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Lexicon;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Medications;

/// <summary>Words of dose forms beside a medicine's name: <c>Syr.</c>, <c>crème</c>, <c>oral suspension</c>, <c>cp</c>.</summary>
internal static partial class FormWords
{
    /// <summary>Words that a form has at most.</summary>
    private const int MostWords = 3;

    /// <summary>Takes the form that a text begins with; null, and the text as it is, where it begins with another word.</summary>
    /// <param name="text">What stands behind a strength, or a name.</param>
    /// <param name="rest">Words that must be left.</param>
    public static Reading<string>? TakeHead(ref InkText text, int rest = 0)
    {
        var trimmed = text.Trim(',', '.', '(', '-');
        var words = Words().Matches(trimmed.Text);
        if (words.Count == 0 || words[0].Index > 0)
            return null;
        for (var count = Math.Min(MostWords, words.Count - rest); count > 0; count--)
        {
            var end = words[count - 1].Index + words[count - 1].Length;
            if (Code(trimmed.Text[..end]) is not { } code)
                continue;
            var ink = trimmed.Slice(0, end);
            text = trimmed.Slice(end);
            return new(code, ink.Text, ink.Weakest, ink.Sources);
        }

        return null;
    }

    /// <summary>Takes the form that a text ends with.</summary>
    public static Reading<string>? TakeTail(ref InkText text)
    {
        var trimmed = text.Trim(',', ';', '(', ')', '-', ':');
        var words = Words().Matches(trimmed.Text);
        for (var count = Math.Min(MostWords, words.Count - 1); count > 0; count--)
        {
            var start = words[^count].Index;
            if (words[^1].Index + words[^1].Length < trimmed.Text.Length || Code(trimmed.Text[start..]) is not { } code)
                continue;
            var ink = trimmed.Slice(start);
            text = trimmed.Slice(0, start);
            return new(code, ink.Text, ink.Weakest, ink.Sources);
        }

        return null;
    }

    /// <summary>The canonical code of a form's words; null where they name none, or more than one.</summary>
    private static string? Code(string words)
    {
        if (Vocabulary.Units.Terms.FirstOrDefault(term => term.Key == TermKey.Of(words) && NameReading.IsForm(term.Code)) is { } unit)
            return unit.Code;
        var codes = FormVocabulary.Find(words).Where(word => !word.IsUncertain).Select(word => word.Code).Distinct().ToArray();
        return codes.Length == 1 ? codes[0] : null;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{M}\d])[\p{L}\p{M}]{2,}(?![\p{L}\p{M}\d])\.?", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
