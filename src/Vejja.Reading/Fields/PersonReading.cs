using System.Text.RegularExpressions;
using Vejja.Domain.Documents;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;
using Vejja.Reading.Terms;

namespace Vejja.Reading.Fields;

/// <summary>Age, sex and names of persons.</summary>
internal static partial class PersonReading
{
    /// <summary>A name that is read with less than this is no name: it was covered, or is handwritten.</summary>
    private const double Legible = 0.45;

    /// <summary>A misread word of a sex has this share of its signs, and is so much nearer to it than to the other.</summary>
    private const double NearWord = 0.6, ClearlyNearer = 0.25;

    /// <summary>An age with its unit; years where the label stands but no unit.</summary>
    public static Reading<Age>? Age(InkText text, bool labelled)
    {
        var match = AgePattern().Match(text.Text);
        if (!match.Success || Digits.Number(match.Groups["n"].Value) is not { } value)
            return null;
        var word = match.Groups["unit"].Value;
        var unit = UnitOf(word);
        if (unit is null && !labelled)
            return null;
        if (value > (unit is "mo" or "wk" or "d" ? 400 : 120))
            return null;
        var length = unit is null ? match.Groups["n"].Index + match.Groups["n"].Length - match.Index : match.Length;
        var ink = text.Slice(match.Index, length).Trim();
        var digits = text.Slice(match.Groups["n"].Index, match.Groups["n"].Length).Weakest;
        return new(new(value, unit ?? "a"), ink.Text, unit is null ? Math.Min(digits, 0.85) : digits, ink.Sources);
    }

    /// <summary><c>male</c> or <c>female</c> behind its label, a sign of a Khmer word misread or lost; null for anything else.</summary>
    public static Reading<string>? Sex(InkText text)
    {
        var word = text.Trim('.', ',', ';', '-', '(', ')', ':', '\u17C8');
        if (SexWord().Match(word.Text) is not { Success: true } match)
            return NearSex(word);
        var ink = word.Slice(match.Index, match.Length);
        return new(SexOf(ink.Text), ink.Text, (ink.Weakest + ink.Mean) / 2, ink.Sources);
    }

    /// <summary>A whole line, or what stands behind its colon, that is the very word; null for anything else.</summary>
    public static Reading<string>? SexAlone(InkText line)
    {
        var colon = line.Text.AsSpan().IndexOfAny(':', '៖', '\u17C8');
        var word = line.Slice(colon + 1).Trim('.', ',', ':', '\u17C8');
        return word.Text.Length > 1 && SexWord().Match(word.Text) is { Success: true } match && match.Length == word.Text.Length
            ? new(SexOf(word.Text), word.Text, (word.Weakest + word.Mean) / 2, word.Sources) : null;
    }

    private static Reading<string>? NearSex(InkText word)
    {
        var key = TermKey.Of(word.Text);
        var (male, female) = (EditDistance.Similarity(key, "ប្រុស"), EditDistance.Similarity(key, "ស្រី"));
        var (value, best, other) = male > female ? ("male", male, female) : ("female", female, male);
        return best >= NearWord && best - other >= ClearlyNearer ? new(value, word.Text, best * ((word.Weakest + word.Mean) / 2), word.Sources) : null;
    }

    private static string SexOf(string word) => TermKey.Of(word) is "ប្រុស" or "m" or "male" or "masculin" or "homme" or "h" or "masc" ? "male" : "female";

    /// <summary>A person's or a facility's name as printed; null where too little was read to be one.</summary>
    public static Reading<string>? Name(InkText text)
    {
        var name = text.Trim('.', ',', ';', ':', '-', '_', '/', '|', '៖', '*', '=', '·', '…', '—', '“', '”');
        var value = CapitalRead().Replace(Spaces().Replace(name.Text, " "), "I");
        var letters = value.Count(char.IsLetter);
        var confidence = (name.Weakest + name.Mean) / 2;
        return letters < 2 || letters < 0.5 * value.Length - 1 || confidence < Legible ? null : new(value, Spaces().Replace(name.Text, " "), confidence, name.Sources);
    }

    private static string? UnitOf(string word) => word.ToLowerInvariant() switch
    {
        "ឆ្នាំ" or "ans" or "an" or "years" or "year" or "yrs" or "yr" or "y" or "y/o" or "yo" or "a" => "a",
        "ខែ" or "mois" or "months" or "month" or "mo" => "mo",
        "សប្តាហ៍" or "សប្ដាហ៍" or "semaines" or "weeks" or "wk" => "wk",
        "ថ្ងៃ" or "jours" or "days" or "d" => "d",
        _ => null,
    };

    [GeneratedRegex(@"(?<![\d/.\-])(?<n>\d{1,3}(?:[.,]5)?)\s*(?<unit>ឆ្នាំ|ខែ|សប្តាហ៍|សប្ដាហ៍|ថ្ងៃ|ans?\b|years?\b|yrs?\b|y/?o\b|y\b|mois\b|months?\b|mo\b|semaines\b|weeks\b|wk\b|jours\b|days\b|[\p{L}\p{M}]+)?(?![\d/\-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AgePattern();

    [GeneratedRegex(@"^(?:ប្រុស|ស្រី|male|female|masculin|féminin|feminin|homme|femme|masc|fém|[MFH](?![\p{L}]))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SexWord();

    // No word of English or French begins with l and another consonant, but for ll: it is a capital I.
    [GeneratedRegex(@"(?<![\p{L}\p{M}'’])l(?=[bcdfghjkmnpqrstvwxz])", RegexOptions.CultureInvariant)]
    private static partial Regex CapitalRead();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
