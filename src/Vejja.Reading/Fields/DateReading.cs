using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Vejja.Domain.Evidence;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Fields;

/// <summary>
/// Dates: day first, as Cambodia and France write them; ISO 8601; months in words of three languages; Khmer digits. A date that is no day of the calendar is
/// left out, not turned round.
/// </summary>
internal static partial class DateReading
{
    private static readonly ImmutableArray<ImmutableArray<string>> Months =
    [
        ["មករា", "janvier", "january", "jan", "janv"], ["កុម្ភៈ", "កុម្ភះ", "février", "february", "feb", "févr", "fevrier"], ["មីនា", "mars", "march", "mar"],
        ["មេសា", "avril", "april", "apr", "avr"], ["ឧសភា", "mai", "may"], ["មិថុនា", "juin", "june", "jun"],
        ["កក្កដា", "juillet", "july", "jul", "juil"], ["សីហា", "août", "august", "aug", "aout"], ["កញ្ញា", "septembre", "september", "sep", "sept"],
        ["តុលា", "octobre", "october", "oct"], ["វិច្ឆិកា", "novembre", "november", "nov"], ["ធ្នូ", "décembre", "december", "dec", "déc", "decembre"],
    ];

    /// <summary>The first date of a text; null for none.</summary>
    public static Reading<DateOnly>? Find(InkText text)
    {
        foreach (Match match in Pattern().Matches(text.Text))
        {
            if (Value(match) is not { } date)
                continue;
            var ink = text.Slice(match.Index, match.Length);
            return new(date, ink.Text, ink.Weakest, ink.Sources);
        }

        return null;
    }

    private static DateOnly? Value(Match match)
    {
        int Group(string name) => int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        var month = match.Groups["word"] is { Success: true } word ? MonthOf(word.Value) : Group("month");
        var (year, day) = (Group("year"), Group("day"));
        year += year < 100 ? 2000 : 0;
        var isDay = month is >= 1 and <= 12 && year is >= 1900 and <= 2100 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return isDay ? new DateOnly(year, month, day) : null;
    }

    private static int MonthOf(string word)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            if (Months[month].Contains(word.TrimEnd('.'), StringComparer.OrdinalIgnoreCase))
                return month + 1;
        }

        return 0;
    }

    [GeneratedRegex(
        @"(?<!\d)(?:(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<day>\d{1,2})\s?(?<s>[/.\-])\s?(?<month>\d{1,2})\s?\k<s>\s?(?<year>\d{4}|\d{2}(?!\d))"
        + @"|(?<day>\d{1,2})(?:er|st|nd|rd|th)?[\s\-]*(?:ខែ|de\s|of\s)?\s*(?<word>[\p{L}\p{M}]{3,12}\.?)[,\-]?\s*(?:ឆ្នាំ)?\s*(?<year>\d{4}))(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
