using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>Parts of the course, days off, and the slots of a day.</summary>
internal sealed partial class DraftWriter
{
    private void AddPart(Fact.Part part)
    {
        if (current.Part is not null || (partsFirst && current.Dose is not null))
            Open(nextStep: true);
        else if (!partsFirst && current.Dose is null && drafts.Count == 1 && current.Closed)
            Conflict = true;
        current.Part = part;
    }

    private void AddLater(Fact.Later later)
    {
        var previous = drafts.FindAll(each => each.Step == step - 1);
        Conflict |= previous.Count == 0 || previous.Exists(each => each.Bounds is not null);
        foreach (var each in previous)
            each.Bounds = new Fact.Bounds(later.Start, later.End, later.Value, null, later.Unit);
    }

    // Days off belong to the days on that were said as the length of the course.
    private void AddCycle(Fact.Cycle cycle)
    {
        if (cycle.DaysOn > 0)
        {
            Conflict |= current.Cycle is not null;
            current.Cycle = cycle;
            return;
        }

        var on = current.Bounds switch
        {
            { High: null, Unit: TimeUnit.Day } days => days.Low,
            { High: null, Unit: TimeUnit.Week } weeks => weeks.Low * 7,
            _ => 0,
        };
        if (on is < 1 or > 400 || on != decimal.Truncate(on))
        {
            Conflict = true;
            return;
        }

        (current.Cycle, current.Bounds) = (cycle with { DaysOn = (int)on }, null);
    }

    private void AddSlots(Fact.Slots slots)
    {
        EventTiming[] times = [EventTiming.MORN, EventTiming.NOON, EventTiming.EVE, EventTiming.NIGHT];
        var unit = slots.Unit;
        if (current.Dose is { } counted)
        {
            Conflict |= counted.Low != 1 || counted.High is not null || unit.Length > 0;
            unit = counted.Unit;
            current.Dose = null;
        }
        else if (current.Closed)
        {
            Conflict |= current.Timed;
        }

        var opened = new Dictionary<decimal, Draft>();
        for (var i = 0; i < slots.Doses.Count; i++)
        {
            var amount = slots.Doses[i];
            if (amount == 0)
                continue;
            if (!opened.TryGetValue(amount, out var draft))
            {
                if (opened.Count > 0)
                    Open();
                opened[amount] = draft = current;
                draft.Dose = new Fact.Dose(slots.Start, slots.End, amount, null, unit);
                draft.Cover(slots);
            }

            draft.Events.Add(new Fact.Event(slots.Start, slots.End, times[i], null));
        }
    }
}
