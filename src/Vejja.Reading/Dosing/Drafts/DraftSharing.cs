using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>What is said once and holds for several Dosages: units, routes, the length of the course, meals, limits.</summary>
internal static class DraftSharing
{
    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal) { "tablet", "capsule", "puff", "spray", "drop", "sachet", "patch", "suppository", "ampoule" };

    /// <summary>Shares among the drafts of each step, orders parts of the course, and joins equal doses.</summary>
    /// <param name="drafts">The drafts in the order of the text.</param>
    /// <param name="form">The form that is named with the medicine; empty for none.</param>
    /// <returns>Whether something contradicts.</returns>
    public static bool Share(List<Draft> drafts, string form)
    {
        Units(drafts, form);
        Places(drafts);
        InheritDose(drafts);
        var titrated = TitrationSteps.Expand(drafts);
        // Two strengths of one medicine cannot be told apart in the Dosage.
        var conflict = drafts.Select(each => each.Dose?.Strength).Where(each => each is not null).Distinct().Count() > 1;
        conflict |= titrated | Parts(drafts);
        WithinTheDay(drafts);
        foreach (var step in drafts.GroupBy(each => each.Step).Select(each => each.ToList()).ToList())
            conflict |= ShareStep(step);
        conflict |= Taper(drafts);
        InheritTiming(drafts);
        Join(drafts);
        Number(drafts);
        return conflict;
    }

    private static void Units(List<Draft> drafts, string form)
    {
        var unit = form;
        foreach (var draft in drafts)
        {
            if (draft.Dose is not { } dose)
                continue;
            if (dose.Unit.Length == 0 && unit.Length > 0)
                draft.Dose = dose with { Unit = unit };
            unit = draft.Dose.Unit;
        }

        for (var i = drafts.Count - 2; i >= 0; i--)
        {
            if (drafts[i].Dose is { Unit.Length: 0 } dose && drafts[i + 1].Dose is { } next && Counted.Contains(next.Unit))
                drafts[i].Dose = dose with { Unit = next.Unit };
        }
    }

    private static void Places(List<Draft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            drafts[i].Route ??= drafts[i - 1].Route;
            drafts[i].Site ??= drafts[i - 1].Site;
            drafts[i].Method ??= drafts[i - 1].Method;
        }

        for (var i = drafts.Count - 2; i >= 0; i--)
        {
            drafts[i].Route ??= drafts[i + 1].Route;
            drafts[i].Site ??= drafts[i + 1].Site;
        }
    }

    // "twice a day for 2 weeks, then once a day": the dose goes on.
    private static void InheritDose(List<Draft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            if (drafts[i].Dose is null && drafts[i].Step > drafts[i - 1].Step && drafts[i].Closed && drafts[i].Conditions.Count == 0)
                drafts[i].Dose = drafts[i - 1].Dose;
        }
    }

    // "4 tablets a day for 5 days, then 3 for 5 days": how often goes on where only the dose changes.
    private static void InheritTiming(List<Draft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (draft.Timed || draft.Dose is null || draft.Prn is not null || draft.Conditions.Count > 0 || drafts.Count(each => each.Step == draft.Step) > 1)
                continue;
            var before = drafts.FindAll(each => each.Step == draft.Step - 1);
            if (before.Count != 1 || before[0].Count is not null || before[0].Prn is not null)
                continue;
            draft.Rate = before[0].Rate;
            draft.Days = before[0].Days;
            draft.Events.AddRange(before[0].Events);
            draft.Meals.AddRange(before[0].Meals);
            draft.Clocks.AddRange(before[0].Clocks);
        }
    }

    private static bool Parts(List<Draft> drafts)
    {
        var parts = drafts.FindAll(each => each.Part is not null);
        if (parts.Count == 0)
            return false;
        var expected = 1;
        // Parts come first; what follows them ("week 3 onwards", "then daily") has no end of its own.
        if (parts[0].Part!.First == 2 && drafts[0] is { Part: null, Count.Times: 1 })
            return PartsAfterToday(drafts, parts);
        var after = drafts[parts.Count..];
        var conflict = drafts[..parts.Count].Exists(each => each.Part is null);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i].Part!;
            conflict |= part.First != expected || parts[i].Bounds is not null;
            expected = part.Last + 1;
            parts[i].Bounds = new Fact.Bounds(part.Start, part.End, part.Last - part.First + 1, null, part.Unit);
            if (parts.Count > 1)
                parts[i].Step = i + 1;
        }

        if (parts.Count > 1 && after.Count > 0)
        {
            var shift = parts.Count + 1 - after[0].Step;
            after.ForEach(each => each.Step += shift);
        }

        return conflict;
    }

    // « 1 cp le matin puis 1 cp le soir »: then is later in the day, where no length makes a step of it.
    private static void WithinTheDay(List<Draft> drafts)
    {
        for (var i = 1; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var before = drafts.FindAll(each => each.Step == draft.Step - 1);
            if (draft.Step == drafts[i - 1].Step || !draft.SlotsOnly || draft.Dose is null || before.Count == 0
                || !before.TrueForAll(each => Endless(each) && each.SlotsOnly && each.Prn is null && each.Events.TrueForAll(one => draft.Events.TrueForAll(other => other.When != one.When))))
                continue;
            for (var later = i; later < drafts.Count; later++)
                drafts[later].Step--;
        }
    }

    // "2 tablets today, then 1 a day on days 2 to 5": today is the first day.
    private static bool PartsAfterToday(List<Draft> drafts, List<Draft> parts)
    {
        var expected = 2;
        var conflict = drafts.Count != parts.Count + 1;
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i].Part!;
            conflict |= part.First != expected || parts[i].Bounds is not null;
            expected = part.Last + 1;
            parts[i].Bounds = new Fact.Bounds(part.Start, part.End, part.Last - part.First + 1, null, part.Unit);
            parts[i].Step = i + 2;
        }

        return conflict;
    }

    private static bool ShareStep(List<Draft> step)
    {
        if (step.Count < 2)
            return false;
        var (first, last) = (step[0], step[^1]);
        var bounded = step.FindAll(each => each.Bounds is not null);
        if (bounded.Count == 1 && (bounded[0] == last || (bounded[0] == first && first.BoundsLead)))
            step.ForEach(each => each.Bounds = bounded[0].Bounds);
        if (last.Meals.Count > 0 && !last.MealsJoined && step.TrueForAll(each => each == last || (each.Meals.Count == 0 && each.Events.Count > 0)))
            step.ForEach(each => Add(each.Meals, last.Meals));
        var limits = step.SelectMany(each => each.Limits).ToList();
        step.ForEach(each => Add(each.Limits, limits));
        if (last.Cycle is not null)
            step.ForEach(each => each.Cycle ??= last.Cycle);
        if (last.Dates is not null)
            step.ForEach(each => each.Dates ??= last.Dates);
        if (last.Conditions.Count > 0)
            step.ForEach(each => Add(each.Conditions, last.Conditions));
        // A dose among others that does not say when: words were lost or belong elsewhere.
        return step.Exists(each => each.Dose is null || !each.Closed) || (step.Exists(each => each.Clocks.Count > 0) && step.Exists(each => !each.Timed));
    }

    private static void Add<T>(List<T> to, List<T> from)
    {
        foreach (var each in from.ToArray())
        {
            if (!to.Contains(each))
                to.Add(each);
        }
    }

    // "30 mg for 2 days, 20 mg for 2 days", "10 mg daily for 3 days, 5 mg daily": a dose with its own course follows the one before; joined by "and" it may stand beside it.
    private static bool Taper(List<Draft> drafts)
    {
        var conflict = drafts.Exists(each => each.Step > 1 && each.Prn is not null && each.Dose is not null && drafts.Exists(other => other.Step == each.Step - 1 && Endless(other)));
        for (var i = 1; i < drafts.Count; i++)
        {
            var (before, draft) = (drafts[i - 1], drafts[i]);
            var open = draft.Bounds is null && OftenOnly(draft) && OftenOnly(before) && draft.Dose?.Unit == before.Dose?.Unit;
            if (draft.Step != before.Step || (draft.Bounds is null && !open) || before.Bounds is null || ReferenceEquals(draft.Bounds, before.Bounds))
                continue;
            if (draft.Bounds is not null && draft.SlotsOnly && before.SlotsOnly && (draft.Bounds.Low, draft.Bounds.Unit) == (before.Bounds.Low, before.Bounds.Unit)
                && !draft.Events.Exists(each => before.Events.Exists(other => other.When == each.When)))
                continue;
            conflict |= draft.AfterAnd;
            for (var later = i; later < drafts.Count; later++)
                drafts[later].Step++;
        }

        return conflict;
    }

    private static bool OftenOnly(Draft draft) => draft is { Rate: not null, Prn: null, Events.Count: 0, Clocks.Count: 0, Days: null };

    private static bool Endless(Draft draft) => draft is { Bounds: null, Count: null, Part: null, Dates: null };


    private static void Join(List<Draft> drafts)
    {
        for (var i = 0; i < drafts.Count; i++)
        {
            for (var j = i + 1; j < drafts.Count; j++)
            {
                var (a, b) = (drafts[i], drafts[j]);
                if (a.Step != b.Step || !a.SlotsOnly || !b.SlotsOnly || a.Clocks.Count > 0 != b.Clocks.Count > 0 || !SameOtherwise(a, b))
                    continue;
                a.Events.AddRange(b.Events);
                a.Clocks.AddRange(b.Clocks);
                Add(a.Indications, b.Indications);
                Add(a.Advice, b.Advice);
                (a.Start, a.End) = (Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));
                drafts.RemoveAt(j--);
            }
        }
    }

    private static bool SameOtherwise(Draft a, Draft b) =>
        (a.Dose?.Low, a.Dose?.High, a.Dose?.Unit) == (b.Dose?.Low, b.Dose?.High, b.Dose?.Unit)
        && a.Prn?.Reason == b.Prn?.Reason && a.Prn is null == b.Prn is null && a.Site == b.Site && a.Route == b.Route
        && (a.Bounds?.Low, a.Bounds?.High, a.Bounds?.Unit) == (b.Bounds?.Low, b.Bounds?.High, b.Bounds?.Unit)
        && a.Meals.Select(each => each.When).SequenceEqual(b.Meals.Select(each => each.When))
        && a.Conditions.SequenceEqual(b.Conditions) && a.Cycle == b.Cycle && a.Dates == b.Dates && a.Split == b.Split && a.Lasting == b.Lasting;

    private static void Number(List<Draft> drafts)
    {
        var (sequence, step) = (0, 0);
        foreach (var draft in drafts)
        {
            if (draft.Step != step)
                (sequence, step) = (sequence + 1, draft.Step);
            draft.Step = sequence;
        }
    }
}
