using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>Times of day and frequencies.</summary>
internal sealed partial class DraftWriter
{
    private void AddTime(IReadOnlyList<Fact> facts, int index)
    {
        switch (facts[index])
        {
            case Fact.Event timing:
                current.MealsJoined |= Joined(facts, index) && current.Meals.Count > 0;
                var refines = index > 0 && (facts[index - 1] is not Fact.Join || (facts[index - 1] is Fact.Join { Mark: ',' } && timing.When > EventTiming.C));
                if (refines && current.Events.Count > 0 && Refines(current.Events[^1].When, timing.When))
                    current.Events[^1] = timing;
                else if (refines && current.Events.Count > 0 && Refines(timing.When, current.Events[^1].When))
                    current.Events[^1] = current.Events[^1] with { End = timing.End };
                else if (!current.Events.Exists(each => each.When == timing.When))
                    current.Events.Add(timing);
                break;
            case Fact.Clock clock:
                current.Clocks.Add(clock);
                break;
            case Fact.Weekday days:
                Conflict |= current.Days is not null;
                current.Days = days;
                break;
        }
    }

    // "in the morning before breakfast" and "at night at bedtime" name one time.
    private static bool Refines(EventTiming general, EventTiming precise) => general switch
    {
        EventTiming.MORN => precise is EventTiming.ACM or EventTiming.PCM or EventTiming.CM or EventTiming.WAKE,
        EventTiming.NOON => precise is EventTiming.ACD or EventTiming.PCD or EventTiming.CD,
        EventTiming.EVE => precise is EventTiming.ACV or EventTiming.PCV or EventTiming.CV or EventTiming.HS,
        EventTiming.NIGHT => precise is EventTiming.HS,
        _ => false,
    };

    private void AddRate(Fact.Rate rate)
    {
        if (current.Rate is not { } before)
        {
            current.Rate = rate;
            return;
        }

        var (first, second) = (Times(before), Times(rate));
        if (first == second)
            return;
        if (rate.Generic && before.Unit is TimeUnit.Day or TimeUnit.Hour or TimeUnit.Minute)
            return;
        if (before.Generic && rate.Unit is TimeUnit.Day or TimeUnit.Hour)
            current.Rate = rate;
        else if (rate.FrequencyMax is { } most && rate.UpTo && rate.Unit == TimeUnit.Day && before.Unit == TimeUnit.Hour)
            current.Limits.Add(new Fact.Max(rate.Start, rate.End, most, "", rate.Period, rate.Unit) { Administrations = true });
        else if (before.FrequencyMax is { } upper && before.UpTo && before.Unit == TimeUnit.Day && rate.Unit == TimeUnit.Hour)
        {
            current.Limits.Add(new Fact.Max(before.Start, before.End, upper, "", before.Period, before.Unit) { Administrations = true });
            current.Rate = rate;
        }
        else if (!SameInterval(before, rate) && !SameInterval(rate, before))
            Conflict = true;
    }

    // "qid x 1 week, tid x 1 week": another frequency with a course of its own.
    private bool NextStage(IReadOnlyList<Fact> facts, int index) =>
        current is { Rate: not null, Bounds: not null } && index > 0 && facts[index - 1] is Fact.Join && index + 1 < facts.Count && facts[index + 1] is Fact.Bounds;

    private static (int, int?, decimal, decimal?, TimeUnit) Times(Fact.Rate rate) => (rate.Frequency, rate.FrequencyMax, rate.Period, rate.PeriodMax, rate.Unit);

    // "every 8 hours, 3 times a day" says one thing twice.
    private static bool SameInterval(Fact.Rate hours, Fact.Rate daily) =>
        hours.Unit == TimeUnit.Hour && hours.Frequency == 1 && daily is { Unit: TimeUnit.Day, Period: 1, FrequencyMax: null } && hours.Period * daily.Frequency == 24;
}
