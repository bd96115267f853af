using System.Collections.Immutable;
using Vejja.Domain.Dosing;
using Vejja.Domain.Medications;
using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>Codes a draft as a FHIR R4 Dosage, by the rules of the contract.</summary>
internal sealed class DosageWriter(string text, Draft draft)
{
    private readonly List<string> additional = [.. draft.Advice];

    /// <summary>Whether facts of the draft contradict one another.</summary>
    public bool Conflict { get; private set; }

    /// <summary>The Dosage.</summary>
    public Dosage Write()
    {
        if (draft.Spacing is { } spacing)
            additional.Add(spacing.Words);
        var repeat = Timing();
        var reason = draft.Prn is null ? null : draft.Prn.Reason ?? draft.Indications.Find(each => each.Symptom)?.Words;
        foreach (var indication in draft.Indications)
        {
            if (indication.Words != reason)
                additional.Add(indication.Words);
        }

        return new Dosage
        {
            Sequence = draft.Step,
            Text = draft.End > draft.Start ? text[draft.Start..draft.End] : text.Trim(),
            AdditionalInstruction = [.. additional],
            Repeat = repeat,
            AsNeeded = draft.Prn is not null,
            AsNeededReason = reason,
            Site = draft.Site,
            Route = draft.Route,
            Method = draft.Method,
            Dose = Dose(),
            Events = [.. draft.Single.Order()],
            Rate = draft.Flow is { } flow ? new DoseRate(new Quantity(flow.Amount, flow.Unit), new TimeSpanAmount(1, flow.Per)) : null,
            MaxDosePerPeriod = [.. Limits().Distinct()],
            MaxDosePerAdministration = draft.Limits.Find(each => each.PeriodUnit is null) is { } single ? new Quantity(single.Amount, LimitUnit(single)) : null,
            Condition = draft.Conditions.Count == 0 ? null : string.Join("; ", draft.Conditions.Select(each => each.Words)),
        };
    }

    private DoseAmount? Dose()
    {
        if (draft.Dose is not { } dose)
        {
            Conflict |= draft.Split is not null;
            return null;
        }

        var (low, high) = (dose.Low, dose.High);
        if (draft.Split is { } split)
        {
            (low, high) = (low / split.Doses, high / split.Doses);
            Conflict |= low * 1000 != decimal.Truncate(low * 1000);
        }

        return new DoseAmount(new Quantity(low, dose.Unit), high is { } upper ? new Quantity(upper, dose.Unit) : null);
    }

    private IEnumerable<MaxDose> Limits()
    {
        foreach (var limit in draft.Limits)
        {
            Conflict |= Foreign(limit);
            if (limit.PeriodUnit is { } unit && !(limit.Administrations && draft.Rate is null && Alone))
                yield return new MaxDose(new Quantity(limit.Amount, LimitUnit(limit)), new TimeSpanAmount(limit.Period, unit));
        }
    }

    // "8 iu 24 hours" after tablets is a misread "in".
    private bool Foreign(Fact.Max limit) => limit.Unit == "[iU]" && draft.Dose is { Unit: not "[iU]" };

    private string LimitUnit(Fact.Max limit) => limit.Administrations ? "" : limit.Unit ?? draft.Dose?.Unit ?? "";

    private Repeat? Timing()
    {
        var (when, offset) = When();
        var repeat = new Repeat
        {
            BoundsDuration = draft.Bounds is { High: null, Low: > 0 } bounds ? new TimeSpanAmount(bounds.Low, bounds.Unit) : null,
            BoundsRange = draft.Bounds is { } range && (range.High is not null || range.Low == 0) ? Range(range) : null,
            BoundsPeriod = draft.Dates is { } dates ? new DatePeriod(dates.First, dates.Last) : null,
            Count = Count(),
            Duration = draft.Lasting?.Value,
            DurationUnit = draft.Lasting?.Unit,
            DayOfWeek = draft.Days is { } days ? [.. days.Days] : [],
            TimeOfDay = [.. draft.Clocks.Select(each => each.Time).Order()],
            When = when,
            Offset = offset,
            Cycle = draft.Cycle is { } cycle ? new DosingCycle(cycle.DaysOn, cycle.DaysOff) : null,
        };
        Conflict |= draft.Bounds is not null && draft.Dates is not null;
        repeat = Often(repeat, when);
        return repeat == new Repeat() ? null : repeat;
    }

    // "for up to 5 days" has an upper bound only; its lower bound is zero.
    private static TimeSpanRange Range(Fact.Bounds bounds) => new(bounds.High is null ? 0 : bounds.Low, bounds.High ?? bounds.Low, bounds.Unit);

    private int? Count()
    {
        if (draft.Count is not { } count)
            return null;
        var often = draft.Rate is not null || draft.Events.Count > 0 || draft.Meals.Count > 0 || draft.Clocks.Count > 0 || draft.Days is not null
            || draft.Bounds is { High: null, Low: 1, Unit: TimeUnit.Day };
        return count.Soft && often ? null : count.Times;
    }

    private Repeat Often(Repeat repeat, ImmutableArray<EventTiming> when)
    {
        var events = when.Count(each => each is not (EventTiming.AC or EventTiming.PC or EventTiming.C));
        var rate = draft.Rate ?? (Alone ? FromLimit() ?? FromSpacing() : null);
        if (draft.Split is { } split)
        {
            Conflict |= rate is not { Frequency: 1, FrequencyMax: null, Period: 1, Unit: TimeUnit.Day } && rate is not null;
            rate = new Fact.Rate(split.Start, split.End, split.Doses, null, 1, null, TimeUnit.Day);
        }

        if (draft.Clocks.Count > 0)
        {
            var redundant = rate is null || (rate is { Period: 1, Unit: TimeUnit.Day, FrequencyMax: null } && (rate.Generic || rate.Frequency == draft.Clocks.Count))
                || (draft.Days is not null && rate is { Frequency: 1, Period: 1, Unit: TimeUnit.Week });
            Conflict |= rate is { Unit: TimeUnit.Hour or TimeUnit.Minute } || (!redundant && rate is { Period: 1, Unit: TimeUnit.Day });
            return redundant ? repeat : Frequent(repeat, rate!);
        }

        if (rate is null)
        {
            return events > 0 && events == when.Length
                ? repeat with { Frequency = events, Period = 1, PeriodUnit = TimeUnit.Day }
                : repeat;
        }

        // "for 3 days every month": days of each month, which no rule reads.
        Conflict |= draft.Bounds is { High: null } course && rate.Start > course.Start && Days(course.Low, course.Unit) < Days(rate.Period, rate.Unit);
        // More often than anyone takes a medicine: rather a misread or doubled digit.
        Conflict |= rate is { Period: 1, Unit: TimeUnit.Day } && (rate.FrequencyMax ?? rate.Frequency) > MostADay;
        if (events > 0 && rate is { Period: 1, PeriodMax: null, Unit: TimeUnit.Day })
        {
            if (rate.Generic)
                rate = rate with { Frequency = when.Length };
            else
                Conflict |= rate.FrequencyMax is not null || (rate.Frequency != when.Length && rate.Frequency != events + (Meals * (when.Length - events)));
        }

        Conflict |= when.Length > 0 && events > 0 && rate.Unit is TimeUnit.Hour or TimeUnit.Minute && when.Length > 0;
        return Frequent(repeat, rate);
    }

    private static decimal Days(decimal value, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => value,
        TimeUnit.Week => 7 * value,
        TimeUnit.Month => 30 * value,
        TimeUnit.Year => 365 * value,
        TimeUnit.Hour => value / 24,
        _ => 0,
    };

    // Whether nothing but a limit says when.
    private bool Alone => draft.Events.Count == 0 && draft.Clocks.Count == 0 && draft.Days is null && draft.Meals.Count == 0;

    /// <summary>"Before meals" means this many times a day, where a number of times is given beside it.</summary>
    private const int Meals = 3;

    private const int MostADay = 10;

    private static Repeat Frequent(Repeat repeat, Fact.Rate rate) => repeat with
    {
        Frequency = rate.Frequency,
        FrequencyMax = rate.FrequencyMax,
        Period = rate.Period,
        PeriodMax = rate.PeriodMax,
        PeriodUnit = rate.Unit,
    };

    // "if needed, at most 3 times a day": the limit is all that is said of how often.
    private Fact.Rate? FromLimit()
    {
        var limit = draft.Limits.Find(each => each.Administrations && each.PeriodUnit is not null);
        if (limit is null || limit.Amount != decimal.Truncate(limit.Amount) || limit.Amount > 100)
            return null;
        return new Fact.Rate(limit.Start, limit.End, 1, limit.Amount > 1 ? (int)limit.Amount : null, limit.Period, null, limit.PeriodUnit!.Value);
    }

    // "if needed, at least 4 hours between doses": the shortest interval is all that is said of how often.
    private Fact.Rate? FromSpacing() => draft.Spacing is { } spacing && draft.Prn is not null
        ? new Fact.Rate(spacing.Start, spacing.End, 1, null, spacing.Value, null, spacing.Unit)
        : null;

    private (ImmutableArray<EventTiming> When, int? Offset) When()
    {
        var offsets = draft.Events.Select(each => each.Offset).Concat(draft.Meals.Select(each => each.Offset)).Where(each => each is not null).Distinct().ToList();
        Conflict |= offsets.Count > 1 || (offsets.Count == 1 && draft.Events.Exists(each => each.Offset is null && draft.Events.Exists(other => other.Offset is not null)
            && each.When is EventTiming.HS or EventTiming.MORN or EventTiming.NIGHT));
        // "15 minutes before meals and at bedtime": R4 has one offset for all.
        Conflict |= draft.MealsJoined && draft.Meals.Exists(each => each.Offset is not null) && draft.Events.Exists(each => each.Offset is null);
        int? offset = offsets.Count > 0 ? offsets[0] : null;
        var codes = draft.Events.ConvertAll(each => each.When);
        if (codes.Count == 0 && draft is { Rate: null, Days: null, Prn: null, Clocks.Count: 0, Meals: [{ Fasting: true, Offset: null }] })
            return ([EventTiming.ACM], null);
        if (draft.Clocks.Count > 0)
        {
            Conflict |= codes.Count > 0 || offset is not null;
            foreach (var meal in draft.Meals)
                additional.Add(text[meal.Start..meal.End]);
            return ([], null);
        }

        if (draft.Meals.Count > 0 && codes.Count > 0 && !draft.MealsJoined)
        {
            var meal = draft.Meals[0];
            Conflict |= draft.Meals.Count > 1;
            var folded = codes.ConvertAll(each => MealTiming.At(each, meal.When));
            if (codes.Exists(each => MealTiming.At(each, meal.When) == each && each is not (>= EventTiming.C)))
            {
                additional.Add(text[meal.Start..meal.End]);
                if (offset is not null && !folded.Exists(each => each >= EventTiming.C))
                {
                    Conflict = true;
                    offset = null;
                }
            }

            codes = folded;
        }
        else
        {
            codes.AddRange(draft.Meals.Select(each => each.When));
        }

        // R4's tim-9: an offset has no meaning with a meal itself.
        var during = offset is not null && codes.Exists(each => each is EventTiming.C or EventTiming.CM or EventTiming.CD or EventTiming.CV);
        Conflict |= during;
        return ([.. codes.Distinct().Order()], during ? null : offset);
    }
}
