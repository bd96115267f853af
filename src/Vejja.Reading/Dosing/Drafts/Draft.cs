using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>One Dosage in the making: the facts that belong together.</summary>
internal sealed class Draft
{
    public Fact.Dose? Dose { get; set; }

    public Fact.Rate? Rate { get; set; }

    public List<Fact.Event> Events { get; } = [];

    public List<Fact.Meal> Meals { get; } = [];

    /// <summary>Whether "and" joins the meals to the times of day, so that both hold and neither refines the other.</summary>
    public bool MealsJoined { get; set; }

    public List<Fact.Clock> Clocks { get; } = [];

    public Fact.Weekday? Days { get; set; }

    public Fact.Prn? Prn { get; set; }

    public List<Fact.Indication> Indications { get; } = [];

    public Fact.Bounds? Bounds { get; set; }

    /// <summary>Whether the course stands before the dose, and so before all doses of the step.</summary>
    public bool BoundsLead { get; set; }

    public Fact.Dates? Dates { get; set; }

    public Fact.Spacing? Spacing { get; set; }

    public Fact.Flow? Flow { get; set; }

    public List<DateOnly> Single { get; } = [];

    public Fact.Count? Count { get; set; }

    public Fact.Lasting? Lasting { get; set; }

    public List<Fact.Max> Limits { get; } = [];

    public Fact.Split? Split { get; set; }

    public Fact.Part? Part { get; set; }

    public Fact.Cycle? Cycle { get; set; }

    public Fact.Titration? Titration { get; set; }

    public string? Route { get; set; }

    public string? Site { get; set; }

    public string? Method { get; set; }

    public List<Fact.Condition> Conditions { get; } = [];

    public List<string> Advice { get; } = [];

    public int Start { get; set; } = int.MaxValue;

    public int End { get; set; }

    /// <summary>Whether "and" joins it to the dose before.</summary>
    public bool AfterAnd { get; set; }

    /// <summary>The step of the course that it belongs to, from 1.</summary>
    public int Step { get; set; } = 1;

    public bool Timed => Rate is not null || Events.Count > 0 || Meals.Count > 0 || Clocks.Count > 0 || Days is not null || Count is not null;

    /// <summary>Whether it says anything that another dose must not be mixed with.</summary>
    public bool Closed => Timed || Prn is not null || Bounds is not null || Conditions.Count > 0 || Part is not null;

    public bool Empty => Dose is null && !Closed && Route is null && Site is null && Method is null && Advice.Count == 0 && Limits.Count == 0 && Dates is null && Lasting is null && Flow is null && Single.Count == 0;

    /// <summary>Whether only times of day or clock times say when.</summary>
    public bool SlotsOnly => Rate is null && Days is null && Count is null && (Events.Count > 0) != (Clocks.Count > 0);

    /// <summary>The same words with the same times, as another step of the course: dose and length are its own.</summary>
    public Draft Copy()
    {
        var copy = new Draft { Rate = Rate, Days = Days, MealsJoined = MealsJoined, Lasting = Lasting, Split = Split, Spacing = Spacing, Route = Route, Site = Site, Method = Method, Start = Start, End = End };
        copy.Events.AddRange(Events);
        copy.Meals.AddRange(Meals);
        copy.Clocks.AddRange(Clocks);
        copy.Limits.AddRange(Limits);
        copy.Indications.AddRange(Indications);
        copy.Conditions.AddRange(Conditions);
        copy.Advice.AddRange(Advice);
        return copy;
    }

    /// <summary>Widens the span of the words by a fact.</summary>
    public void Cover(Fact fact)
    {
        Start = Math.Min(Start, fact.Start);
        End = Math.Max(End, fact.End);
    }
}
