using Vejja.Reading.Dosing.Grammar;

namespace Vejja.Reading.Dosing.Drafts;

/// <summary>Gives every fact to the Dosage that it belongs to: a new dose, time or step opens a new one.</summary>
internal sealed partial class DraftWriter
{
    private readonly List<Draft> drafts = [];
    private Draft current = new();
    private int step = 1;
    private bool timesFirst;
    private bool partsFirst;

    private DraftWriter() => drafts.Add(current);

    /// <summary>Whether facts contradict one another.</summary>
    public bool Conflict { get; private set; }

    /// <summary>Writes all facts of a sig into drafts.</summary>
    public static (List<Draft> Drafts, bool Conflict) Write(IReadOnlyList<Fact> facts)
    {
        var writer = new DraftWriter();
        for (var i = 0; i < facts.Count; i++)
        {
            if (i == 0 || facts[i] is Fact.Then)
                writer.LookAhead(facts, facts[i] is Fact.Then ? i + 1 : i);
            writer.Add(facts, i);
        }

        writer.drafts.RemoveAll(each => each.Empty);
        return (writer.drafts, writer.Conflict);
    }

    // Within a step, "morning 1, evening 2" names the time first and "1 in the morning, 2 in the evening" the dose.
    private void LookAhead(IReadOnlyList<Fact> facts, int from)
    {
        var (firstTime, firstDose, firstPart, lastTime, lastDose, doses) = (-1, -1, -1, -1, -1, 0);
        for (var i = from; i < facts.Count && facts[i] is not Fact.Then; i++)
        {
            switch (facts[i])
            {
                case Fact.Dose:
                    firstDose = firstDose < 0 ? i : firstDose;
                    lastDose = i;
                    doses++;
                    break;
                case Fact.Event or Fact.Clock or Fact.Weekday:
                    firstTime = firstTime < 0 ? i : firstTime;
                    lastTime = i;
                    break;
                case Fact.Part:
                    firstPart = firstPart < 0 ? i : firstPart;
                    break;
            }
        }

        timesFirst = doses > 1 && firstTime >= 0 && firstTime < firstDose && lastDose > lastTime;
        partsFirst = firstPart >= 0 && (firstDose < 0 || firstPart < firstDose);
    }

    private void Open(bool nextStep = false)
    {
        if (nextStep)
            step++;
        current = new Draft { Step = step };
        drafts.Add(current);
    }

    private void Add(IReadOnlyList<Fact> facts, int index)
    {
        var fact = facts[index];
        switch (fact)
        {
            case Fact.Then then:
                if (!then.Stop && drafts.Count > 1 && current.Dose is not null && facts.Skip(index + 1).All(each => each is Fact.Join or Fact.Advice))
                    current.Step = ++step;
                else if (!current.Empty && !then.Stop)
                    Open(nextStep: true);
                return;
            case Fact.Dose dose:
                AddDose(dose);
                current.AfterAnd = drafts.Count > 1 && Joined(facts, index);
                break;
            case Fact.Slots slots:
                AddSlots(slots);
                return;
            case Fact.Event or Fact.Clock or Fact.Weekday:
                if (timesFirst && current.Dose is not null)
                    Open();
                AddTime(facts, index);
                break;
            case Fact.Meal meal:
                current.MealsJoined |= Joined(facts, index) && (current.Events.Count > 0 || current.Meals.Count > 0);
                if (current.Meals.Exists(each => each.When == meal.When))
                    break;
                current.Meals.Add(meal);
                break;
            case Fact.Rate rate:
                if (NextStage(facts, index))
                    Open(nextStep: true);
                AddRate(rate);
                break;
            case Fact.Part part:
                AddPart(part);
                break;
            case Fact.Bounds bounds:
                Conflict |= current.Bounds is { } before && (before.Low, before.High, before.Unit) != (bounds.Low, bounds.High, bounds.Unit);
                current.Bounds ??= bounds;
                current.BoundsLead |= current.Dose is null;
                break;
            case Fact.Later later:
                AddLater(later);
                break;
            case Fact.Cycle cycle:
                AddCycle(cycle);
                break;
            default:
                AddOther(fact);
                break;
        }

        if (fact is not (Fact.Medicine or Fact.Join or Fact.Unread or Fact.Dispense or Fact.Refills))
            current.Cover(fact);
    }

    private void AddOther(Fact fact)
    {
        switch (fact)
        {
            case Fact.Prn prn:
                current.Prn = current.Prn is { Reason: not null } before ? before : prn;
                break;
            case Fact.Indication indication:
                current.Indications.Add(indication);
                break;
            case Fact.Titration titration:
                Conflict |= current.Titration is not null;
                current.Titration = titration;
                break;
            case Fact.Dates dates:
                Conflict |= current.Dates is not null;
                current.Dates = dates;
                break;
            case Fact.Day day:
                current.Single.Add(day.Date);
                break;
            case Fact.Spacing spacing:
                Conflict |= current.Spacing is not null;
                current.Spacing = spacing;
                break;
            case Fact.Flow flow:
                Conflict |= current.Flow is not null;
                current.Flow = flow;
                break;
            case Fact.Count count:
                Conflict |= current.Count is { } times && times.Times != count.Times;
                current.Count = count;
                break;
            case Fact.Lasting lasting:
                Conflict |= current.Lasting is { } length && (length.Value, length.Unit) != (lasting.Value, lasting.Unit);
                current.Lasting = lasting;
                break;
            case Fact.Max max:
                current.Limits.Add(max);
                break;
            case Fact.Split split:
                Conflict |= current.Split is not null;
                current.Split = split;
                break;
            case Fact.Route route:
                current.Route ??= route.Code;
                Conflict |= current.Route != route.Code && !(route.Code == "inhalation" || current.Route == "inhalation");
                break;
            case Fact.Site site:
                Conflict |= current.Site is not null && current.Site != site.Words && !SameSite(current.Site, site.Words);
                current.Site ??= site.Words;
                break;
            case Fact.Method method:
                current.Method ??= method.Code;
                break;
            case Fact.Condition condition:
                current.Conditions.Add(condition);
                break;
            case Fact.Advice advice:
                current.Advice.Add(advice.Words);
                break;
        }
    }

    private static bool SameSite(string a, string b) => a.Contains("area", StringComparison.Ordinal) || b.Contains("area", StringComparison.Ordinal);

    private static bool Joined(IReadOnlyList<Fact> facts, int index) => index > 0 && facts[index - 1] is Fact.Join { Mark: '&' };

    private void AddDose(Fact.Dose dose)
    {
        if (current.Dose is not null)
        {
            if (!current.Closed)
            {
                Conflict = true;
                return;
            }

            Open();
        }

        current.Dose = dose;
    }
}
