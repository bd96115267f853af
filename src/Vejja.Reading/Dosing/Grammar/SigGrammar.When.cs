using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>When: times of day, meals with their offset, clock times, days of the week.</summary>
internal sealed partial class SigGrammar
{
    private bool TimeOfDay()
    {
        if (RangeBefore())
            return true;
        var i = terms.At;
        var offset = Offset(ref i);
        var related = i;
        if (Relation(ref related, out var relation))
        {
            if (MealsAfter(relation, related, offset))
                return true;
            if (offset is not null && relation == Sense.Before && terms.Is(related, Sense.Event))
                return Events(related, offset);
        }

        if (offset is not null)
            return terms.Is(i, Sense.Event) && terms[i].Of(Sense.Event) == "HS" && Events(i, offset);
        if (terms.Is(i, Sense.Mealtime))
            return Mealtime(i);
        if (terms.Is(i, Sense.Event) && terms[i].Of(Sense.Event).EndsWith('*') && EventHere(i))
            return Events(i, null);
        i = terms.Skip(i, Sense.At, Sense.Every);
        if (i == terms.At)
            i = terms.Skip(i, Sense.Per);
        if (terms.Is(i, Sense.Mealtime) && i > terms.At)
            return Mealtime(i);
        if (terms.Is(i, Sense.Event) && EventHere(i))
            return Events(i, null);
        // "at breakfast", "dinner"
        return terms.Is(i, Sense.Meal) && (terms[i].Of(Sense.Meal) != "*" || (i > terms.At && !terms.Is(terms.At, Sense.SiteLead))) && MealsAfter(Sense.With, i, null);
    }

    // "30-60 minutes before breakfast": R4 has one offset only, so the range is for people to read.
    private bool RangeBefore()
    {
        var (from, i) = (terms.At, terms.At);
        if (!terms.TryAmount(ref i, out _, out var high) || high is null || !terms.TryTimeUnit(ref i, out var unit) || unit != TimeUnit.Minute || !terms.Is(i, Sense.Before) && !terms.Is(i, Sense.After) && !BeforeBed(i))
            return false;
        if (BeforeBed(i))
            Events(i, null);
        else if (!Relation(ref i, out var relation) || !(MealsAfter(relation, i, null) || (relation == Sense.Before && terms.Is(i, Sense.Event) && Events(i, null))))
            return false;
        facts.Add(new Fact.Advice(terms.Start(from), terms.End(terms.At), terms.Words(from, terms.At)));
        return true;
    }

    private bool BeforeBed(int i) => terms.Is(i, Sense.Event) && terms[i].Of(Sense.Event) == "HS";

    // "30 minutes before", "half an hour before", "1/2 heure avant"; minutes.
    private int? Offset(ref int i)
    {
        var at = i;
        decimal number = 1;
        if (terms.Is(at, Sense.Article) && !terms.Is(at, Sense.Number))
            at++;
        else if (!terms.TryNumber(ref at, out number))
            return null;
        at = terms.Skip(at, Sense.Article, Sense.Filler);
        if (terms.IsSymbol(at, '-'))
            at++;
        if (!terms.TryTimeUnit(ref at, out var unit) || unit is not (TimeUnit.Minute or TimeUnit.Hour))
            return null;
        if (!terms.Is(at, Sense.Before) && !terms.Is(at, Sense.After) && !(terms.Is(at, Sense.Event) && terms[at].Of(Sense.Event) == "HS"))
            return null;
        var minutes = number * (unit == TimeUnit.Hour ? 60 : 1);
        if (minutes != decimal.Truncate(minutes) || minutes is < 1 or > 720)
            return null;
        i = at;
        return (int)minutes;
    }

    private bool Relation(ref int i, out Sense relation)
    {
        var term = terms[i];
        relation = term.Is(Sense.Before) ? Sense.Before : term.Is(Sense.After) ? Sense.After : Sense.With;
        if (!term.Is(relation))
            return false;
        i++;
        return true;
    }

    private bool MealsAfter(Sense relation, int i, int? offset)
    {
        var count = 0m;
        while (terms.Is(i, Sense.Article) || terms.Is(i, Sense.Every) || terms.Is(i, Sense.Filler) || terms.Is(i, Sense.At) || terms.Is(i, Sense.Side) || terms[i].Kind == TermKind.Number || terms.Is(i, Sense.Number))
        {
            if (terms.Is(i, Sense.Meal) || terms.Is(i, Sense.Event))
                break;
            if (terms[i].Kind == TermKind.Number || (terms.Is(i, Sense.Number) && !terms.Is(i, Sense.Article)))
            {
                if (count > 0 || !terms.TryNumber(ref i, out count) || count is not (1 or 2 or 3))
                    return false;
                continue;
            }

            i++;
        }

        if (!terms.Is(i, Sense.Meal))
            return false;
        var start = terms.Start(terms.At);
        var generic = false;
        while (true)
        {
            var meal = terms[i].Of(Sense.Meal);
            i++;
            generic |= meal == "*";
            var when = MealCode(relation, meal);
            // R4's tim-9: no offset with C, CM, CD, CV.
            facts.Add(meal == "*"
                ? new Fact.Meal(start, terms.End(i), when, relation == Sense.With ? null : offset)
                : new Fact.Event(start, terms.End(i), when, relation == Sense.With ? null : offset));
            var next = i;
            while (terms.Is(next, Sense.And) || terms.IsSymbol(next, ',') || terms.IsSymbol(next, '/'))
                next++;
            var lead = terms.Skip(next, Sense.At, Sense.Filler);
            if (next == i || generic || !terms.Is(lead, Sense.Meal) || terms[lead].Of(Sense.Meal) == "*")
                break;
            i = lead;
        }

        if (count > 1 && generic)
            facts.Add(new Fact.Rate(start, terms.End(i), (int)count, null, 1, null, TimeUnit.Day));
        return Skip(i);
    }

    private static EventTiming MealCode(Sense relation, string meal) => (relation, meal) switch
    {
        (Sense.Before, "M") => EventTiming.ACM,
        (Sense.Before, "D") => EventTiming.ACD,
        (Sense.Before, "V") => EventTiming.ACV,
        (Sense.Before, _) => EventTiming.AC,
        (Sense.After, "M") => EventTiming.PCM,
        (Sense.After, "D") => EventTiming.PCD,
        (Sense.After, "V") => EventTiming.PCV,
        (Sense.After, _) => EventTiming.PC,
        (_, "M") => EventTiming.CM,
        (_, "D") => EventTiming.CD,
        (_, "V") => EventTiming.CV,
        _ => EventTiming.C,
    };

    // ac, pc, មុនបាយ ៣០នាទី
    private bool Mealtime(int i)
    {
        var term = terms[i];
        var fasting = term.Of(Sense.Mealtime) == "fasting";
        var code = fasting ? EventTiming.AC : Enum.Parse<EventTiming>(term.Of(Sense.Mealtime));
        var next = i + 1;
        int? offset = null;
        var at = next;
        if (code != EventTiming.C && terms.TryNumber(ref at, out var number) && Whole(number) && terms.TryTimeUnit(ref at, out var unit) && unit is TimeUnit.Minute or TimeUnit.Hour
            && !terms.Is(at, Sense.Before) && !terms.Is(at, Sense.After) && !terms.Is(at, Sense.OnceEach))
        {
            (offset, next) = ((int)(number * (unit == TimeUnit.Hour ? 60 : 1)), at);
        }

        return Say(new Fact.Meal(terms.Start(terms.At), terms.End(next), code, offset) { Fasting = fasting }, next);
    }

    private bool Events(int i, int? offset)
    {
        // មុនចូលគេង ៣០នាទី
        var after = i + 1;
        if (offset is null && terms[i].Of(Sense.Event) == "HS" && Khmer(i) && terms.TryNumber(ref after, out var number) && Whole(number) && terms.TryTimeUnit(ref after, out var unit) && unit == TimeUnit.Minute)
            return Say(new Fact.Event(terms.Start(terms.At), terms.End(after), EventTiming.HS, (int)number), after);
        // "1 AM 2 PM": one in the morning, or at one o'clock.
        if (i == terms.At && terms.Is(i, Sense.Meridiem) && terms[i].End - terms[i].Start == 2 && terms[i - 1] is { Kind: TermKind.Number, Fraction: false, Value: >= 1 and <= 12 })
            Flags.Add("ambiguous-term");
        foreach (var code in terms[i].Of(Sense.Event).TrimEnd('*').Split(','))
            facts.Add(new Fact.Event(terms.Start(terms.At), terms.End(i + 1), Enum.Parse<EventTiming>(code), offset));
        return Skip(i + 1);
    }

    // A bare "on" is the abbreviation for every night only where nothing follows that it could lead to.
    private bool EventHere(int i)
    {
        // A bare "pm" after another time is rather a misread "prn".
        if (!terms[i].Of(Sense.Event).EndsWith('*'))
            return !(i == terms.At && terms.Is(i, Sense.Meridiem) && terms[i].End - terms[i].Start == 2 && facts.Count > 0 && facts[^1] is Fact.Event or Fact.Meal or Fact.Rate);
        if (i != terms.At || facts.Count == 0 || facts[^1] is not Fact.Dose)
            return false;
        var next = terms[i + 1];
        return i + 1 >= terms.Count || next.Kind == TermKind.Symbol || next.Is(Sense.Prn) || next.Is(Sense.For);
    }
}
