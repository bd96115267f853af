using System.Text.RegularExpressions;
using Vejja.Domain.Documents;
using Vejja.Domain.Dosing;
using Vejja.Reading.Confidence;

namespace Vejja.Reading.Medications;

/// <summary>Hours in a column's header: (6-8), (11-12), (05-06), (08-10). On the clock's face the evening's and night's are pm without saying so.</summary>
internal static partial class HeaderHours
{
    /// <summary>The hours as printed, without am or pm; null where the header has none.</summary>
    public static (int From, int To, InkText Ink)? Find(InkText header)
    {
        var match = Range().Match(header.Text);
        if (!match.Success)
            return null;
        var single = match.Groups[3];
        var (from, to) = single.Success ? (Parse(single.Value), Parse(single.Value)) : (Parse(match.Groups[1].Value), Parse(match.Groups[2].Value));
        return from > 24 || to > 24 ? null : (from, to, header.Slice(match.Index, match.Length));
    }

    /// <summary>The header's words without the hours.</summary>
    public static string WithoutHours(string header) => Range().Replace(header, " ").Trim();

    /// <summary>The clock hours of a time of day; null where they don't fit it, so that a misread hour is left out rather than believed.</summary>
    public static SlotHours? For(EventTiming slot, int from, int to, double confidence, string source)
    {
        var (earliest, latest) = Span(slot);
        foreach (var shift in (int[])[0, 12])
        {
            var (start, end) = (from + shift, to + shift + (to < from && shift == 0 ? 12 : 0));
            if (start >= earliest && end <= latest && start <= end && end < 24)
                return new(slot, new(start, 0), new(end, 0), confidence, source);
        }

        return null;
    }

    /// <summary>The only time of day that the hours fit, given the time of day of the column before; null where none or several do.</summary>
    public static EventTiming? Guess(int from, int to, EventTiming? before)
    {
        EventTiming[] fitting = [.. new[] { EventTiming.MORN, EventTiming.NOON, EventTiming.AFT, EventTiming.EVE, EventTiming.NIGHT }
            .Where(slot => (before is null || slot > before) && For(slot, from, to, 1, "") is not null)];
        return fitting.Length == 1 ? fitting[0] : null;
    }

    private static (int Earliest, int Latest) Span(EventTiming slot) => slot switch
    {
        EventTiming.MORN => (4, 10),
        EventTiming.NOON => (10, 14),
        EventTiming.AFT => (13, 17),
        EventTiming.EVE => (16, 20),
        EventTiming.NIGHT or EventTiming.HS => (19, 23),
        _ => (0, 23),
    };

    private static int Parse(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:[(\[{]|[1lI|](?=\d{2}\s*[-–—~]\s*\d{1,2}\s*[)\]}]))?\s*(\d{1,2})\s*(?:h|:00)?\s*[-–—~]\s*(\d{1,2})\s*(?:h|:00)?\s*[)\]}]?|[(\[{]\s*(\d{1,2})\s*(?:h|:00)?\s*[)\]}]", RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
