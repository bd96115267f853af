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

    /// <summary><c>male</c> or <c>female</c>; null for anything else.</summary>
    public static Reading<string>? Sex(InkText text)
    {
        var word = text.Trim('.', ',', ';', '-', '(', ')');
        if (SexWord().Match(word.Text) is not { Success: true } match)
            return null;
        var ink = word.Slice(match.Index, match.Length);
        var value = TermKey.Of(ink.Text) is "ប្រុស" or "m" or "male" or "masculin" or "homme" or "h" or "masc" ? "male" : "female";
        return new(value, ink.Text, (ink.Weakest + ink.Mean) / 2, ink.Sources);
    }

    /// <summary>A person's or a facility's name as printed; null where too little was read to be one.</summary>
    public static Reading<string>? Name(InkText text)
    {
        var name = text.Trim('.', ',', ';', ':', '-', '_', '/', '|', '៖', '*', '=', '·', '…', '—', '“', '”');
        var value = Spaces().Replace(name.Text, " ");
        var letters = value.Count(char.IsLetter);
        var confidence = (name.Weakest + name.Mean) / 2;
        return letters < 2 || letters < 0.5 * value.Length - 1 || confidence < Legible ? null : new(value, value, confidence, name.Sources);
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

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
