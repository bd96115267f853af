using System.Collections.Immutable;
using System.Globalization;
using Vejja.Domain.Dosing;

namespace Vejja.Exchange.Wording;

/// <summary>The phrases of a <see cref="Repeat"/>: how often, when, for how long.</summary>
internal sealed class RepeatPhrases(Vocabulary words, WordingLanguage language)
{
    /// <summary>The phrases in their order; one of them null where the language has no sure words.</summary>
    public IEnumerable<string?> Of(Repeat repeat)
    {
        if (!IsSayable(repeat))
            return [null];
        List<string?> phrases = [];
        if (NeedsFrequency(repeat))
            phrases.Add(Frequency(repeat));
        if (!repeat.DayOfWeek.IsEmpty)
            phrases.Add(Days(repeat.DayOfWeek));
        if (!repeat.TimeOfDay.IsEmpty)
            phrases.Add(ClockTimes(repeat.TimeOfDay));
        if (!repeat.When.IsEmpty)
            phrases.Add(repeat.Offset is { } offset ? Before(repeat.When, offset) : Events(repeat.When));
        if (repeat.Cycle is { } cycle)
            phrases.Add(words.Say("cycle", cycle.DaysOn, cycle.DaysOff));
        if (repeat.BoundsDuration is { } length)
            phrases.Add(Length(length));
        return phrases;
    }

    private static bool IsSayable(Repeat repeat) =>
        repeat is
        {
            Count: null, CountMax: null, Duration: null, DurationMax: null,
            BoundsRange: null, BoundsPeriod: null,
        };

    /// <summary>Named events say how often by themselves, unless they name every meal.</summary>
    private static bool NeedsFrequency(Repeat repeat) => repeat.Frequency is not null
        && (repeat.When.IsEmpty || IsEveryMeal(repeat.When) || repeat.Frequency != repeat.When.Length
            || repeat.FrequencyMax is not null || repeat.Period != 1 || repeat.PeriodUnit != TimeUnit.Day);

    private static bool IsEveryMeal(ImmutableArray<EventTiming> when) => when is [EventTiming.C or EventTiming.AC or EventTiming.PC];

    private string? Frequency(Repeat repeat)
    {
        if (repeat is not { Frequency: { } frequency, Period: { } period, PeriodUnit: { } unit })
            return null;
        var code = unit.Code();
        if (period == 1 && repeat.PeriodMax is null && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month)
        {
            return repeat.FrequencyMax switch
            {
                null when frequency == 1 => words.Say("times.once." + code),
                null => words.Say("times.many." + code, frequency),
                { } most when frequency == 1 => words.Say("times.upto." + code, most),
                { } most => words.Say("times.many." + code, words.Say("range", frequency, most)),
            };
        }

        if (frequency != 1 || repeat.FrequencyMax is not null || (period == 1 && repeat.PeriodMax is null))
            return null;
        return words.Say("every." + code, repeat.PeriodMax is { } longest ? words.Say("range", Whole(period), Whole(longest)) : Whole(period));
    }

    private string? Days(ImmutableArray<DayOfWeekCode> days) =>
        List([.. days.Select(day => words.Say("day." + day.ToString().ToLowerInvariant()))]) is { } list ? words.Say("days", list) : null;

    private string? ClockTimes(ImmutableArray<TimeOnly> times)
    {
        var texts = times.Select(time => time.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture)).ToImmutableArray();
        return texts is [var one] ? words.Say("at", one)
            : texts is [.. var first, var last] ? words.Say("at", words.Say("at.and", string.Join(", ", first), last))
            : null;
    }

    private string? Events(ImmutableArray<EventTiming> events)
    {
        if (language != WordingLanguage.Khmer || events.Length == 1)
            return List([.. events.Select(when => words.Say("when." + when))]);

        // Khmer names the times and then one meal for all of them.
        var phrases = events.Select(when => words.Say("when." + when)?.Split(' ')).ToImmutableArray();
        if (phrases.Any(phrase => phrase is null || phrase.Length != phrases[0]!.Length || phrase[^1] != phrases[0]![^1] && phrase.Length == 2))
            return null;
        // "Evening before bed" would be one time; "evening and before bed" is two.
        var times = phrases.Select(phrase => phrase![0]).ToImmutableArray();
        var named = events[^1] == EventTiming.HS ? words.Say("times.and", string.Join(' ', times[..^1]), times[^1]) : string.Join(' ', times);
        return phrases[0]!.Length == 2 ? $"{named} {phrases[0]![1]}" : named;
    }

    private string? Before(ImmutableArray<EventTiming> events, int minutes) =>
        events.Length == 1 && words.Say("when." + events[0]) is { } phrase ? words.Say("offset", minutes, phrase) : null;

    private string? Length(TimeSpanAmount length) =>
        words.Say($"for.{length.Unit.Code()}.{(length.Value == 1 ? "one" : "many")}", Whole(length.Value));

    private string? List(ImmutableArray<string?> items)
    {
        if (items.Contains(null))
            return null;
        if (items is [var one])
            return one;
        return items is [.. var first, var last] ? words.Say("list.and", first.Aggregate((a, b) => words.Say("list.comma", a, b)), last) : null;
    }

    private static string Whole(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
