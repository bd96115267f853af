using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>When: times of day, meals with their offset, clock times, days of the week.</summary>
internal sealed partial class SigGrammar
{
    private bool TimeOfDay()
    {
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

    // "30 minutes before", "half an hour before", "1/2 heure avant"; minutes.
    private int? Offset(ref int i)
    {
        var at = i;
        decimal number = 1;
        if (terms.Is(at, Sense.Article) && !terms.Is(at, Sense.Number))
            at++;
        else if (!terms.TryNumber(ref at, out number))
            return null;
        at = terms.Skip(at, Sense.Article);
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
        var code = Enum.Parse<EventTiming>(term.Of(Sense.Mealtime));
        var next = i + 1;
        int? offset = null;
        var at = next;
        if (code != EventTiming.C && terms.TryNumber(ref at, out var number) && Whole(number) && terms.TryTimeUnit(ref at, out var unit) && unit is TimeUnit.Minute or TimeUnit.Hour
            && !terms.Is(at, Sense.Before) && !terms.Is(at, Sense.After) && !terms.Is(at, Sense.OnceEach))
        {
            (offset, next) = ((int)(number * (unit == TimeUnit.Hour ? 60 : 1)), at);
        }

        return Say(new Fact.Meal(terms.Start(terms.At), terms.End(next), code, offset), next);
    }

    private bool Events(int i, int? offset)
    {
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

    private bool ClockTime()
    {
        var i = terms.At;
        var led = terms.Is(i, Sense.At);
        var inside = terms.Is(i, Sense.SiteLead) && !terms.Is(i, Sense.With);
        i = terms.Skip(i, Sense.At);
        if (inside && terms.Is(i + 1, Sense.TimeUnit))
            return false;
        var times = new List<(TimeOnly Time, int Start, int End)>();
        var certain = led;
        while (Clock(ref i, ref certain, out var time, out var start))
        {
            times.Add((time, start, terms.End(i)));
            var next = i;
            while (terms.Is(next, Sense.And) || terms.IsSymbol(next, ',') || terms.IsSymbol(next, '-') || terms.IsSymbol(next, '/') || (next > i && terms.Is(next, Sense.At)))
                next++;
            var probe = next;
            var probeCertain = certain;
            if (next == i && !certain && !terms.Is(i - 1, Sense.TimeUnit))
                break;
            if (!Clock(ref probe, ref probeCertain, out _, out _))
                break;
            i = next;
            certain = certain || times.Count > 0;
        }

        if (times.Count == 0 || (!certain && times.Count < 2))
            return false;
        foreach (var (time, start, end) in times)
            facts.Add(new Fact.Clock(start, end, time));
        return Skip(i);
    }

    // 08:00, 8am, 8 o'clock, 8h30, ម៉ោង ៨ ព្រឹក. "Certain" says that an hour is meant and not a number of hours or tablets.
    private bool Clock(ref int i, ref bool certain, out TimeOnly time, out int start)
    {
        time = default;
        start = terms.Start(i);
        var at = i;
        var khmer = terms.Is(at, Sense.OClock) && terms[at].Of(Sense.OClock) == "km";
        if (khmer)
            at++;
        var first = terms[at];
        int minutes;
        if (first.Kind == TermKind.Clock)
        {
            (minutes, at, certain) = ((int)first.Value, at + 1, true);
        }
        else
        {
            if (first.Kind != TermKind.Number || first.Fraction || first.Value != decimal.Truncate(first.Value))
                return false;
            var written = first.End - first.Start;
            if (written == 4 && certain && first.Value < 2400 && first.Value % 100 < 60)
                (minutes, at) = (((int)first.Value / 100 * 60) + ((int)first.Value % 100), at + 1);
            else if (first.Value > 23)
                return false;
            else
            {
                minutes = (int)first.Value * 60;
                at++;
                if (!HourMark(ref at, khmer, ref certain, first, ref minutes))
                    return false;
            }
        }

        minutes = HalfOfDay(ref at, minutes, khmer, certain);
        if (minutes is < 0 or >= 24 * 60)
            return false;
        (time, i) = (new TimeOnly(minutes / 60, minutes % 60), at);
        return true;
    }

    private bool HourMark(ref int at, bool khmer, ref bool certain, Term first, ref int minutes)
    {
        var mark = terms[at];
        if (khmer)
        {
            certain = true;
            return true;
        }

        if (mark.Is(Sense.TimeUnit) && mark.Of(Sense.TimeUnit) == "h")
        {
            // "à 8h", "à 8 heures"; "in 2 hours" is a length.
            if (mark.End - mark.Start > 1 && !mark.Is(Sense.OClock))
                return false;
            at++;
            if (terms[at] is { Kind: TermKind.Number, Glued: true } past && past.Value < 60 && past.End - past.Start == 2)
            {
                minutes += (int)past.Value;
                (at, certain) = (at + 1, true);
            }

            // "8h before food", "24 h": a length.
            return minutes > 0 && !terms.Is(at, Sense.Before) && !terms.Is(at, Sense.After) && !terms.Is(at, Sense.OnceEach);
        }

        if (mark.Is(Sense.OClock))
        {
            (at, certain) = (at + 1, true);
            return true;
        }

        if (!mark.Is(Sense.Meridiem) || first.Value is < 1 or > 12)
            return false;
        // "1 am and 2 pm" may be one tablet in the morning; "1 in the morning" is, unless "at" stands before.
        var abbreviation = mark.End - mark.Start <= 4;
        if (!certain && !(abbreviation && (first.Value >= 5 || mark.Glued) && facts.Exists(each => each is Fact.Dose)))
            return false;
        certain = true;
        return true;
    }

    private int HalfOfDay(ref int at, int minutes, bool khmer, bool certain)
    {
        if (!certain)
            return minutes;
        var half = terms[at];
        var hour = minutes / 60;
        if (half.Is(Sense.Meridiem) && hour is >= 1 and <= 12)
        {
            at++;
            return (hour % 12 * 60) + (minutes % 60) + (half.Of(Sense.Meridiem) == "12" ? 720 : 0);
        }

        if (!half.Is(Sense.Event) || !(khmer || half.Is(Sense.Filler) || terms[at].Of(Sense.Event) is "MORN" or "EVE" or "NIGHT" or "AFT"))
            return minutes;
        var later = half.Of(Sense.Event) is "EVE" or "NIGHT" or "AFT" && hour is >= 1 and < 12;
        at++;
        return later ? minutes + 720 : minutes;
    }

    private bool DayOfWeek()
    {
        var i = terms.At;
        while (terms.Is(i, Sense.At) || terms.Is(i, Sense.Every) || terms.Is(i, Sense.Per) || terms.Is(i, Sense.On))
            i++;
        if (!terms.Is(i, Sense.Weekday))
            return false;
        var days = new List<DayOfWeekCode>();
        Add(days, terms[i]);
        i++;
        while (true)
        {
            var next = i;
            var (range, separators) = (false, 0);
            while (terms.Is(next, Sense.And) || terms.IsSymbol(next, ',') || terms.IsSymbol(next, '/') || terms.IsSymbol(next, '-') || terms.Is(next, Sense.To) || terms.Is(next, Sense.At))
            {
                range |= terms.IsSymbol(next, '-') || (terms.Is(next, Sense.To) && !terms.Is(next, Sense.And));
                separators++;
                next++;
            }

            if (!terms.Is(next, Sense.Weekday))
                break;
            if (range && days.Count == 1 && !terms.IsSymbol(next + 1, '-'))
                AddRange(days, terms[next]);
            else
                Add(days, terms[next]);
            i = next + 1;
        }

        days.Sort();
        return Say(new Fact.Weekday(terms.Start(terms.At), terms.End(i), days), i);
    }

    private static void Add(List<DayOfWeekCode> days, Term term)
    {
        foreach (var code in term.Of(Sense.Weekday).Split(','))
        {
            var day = Enum.Parse<DayOfWeekCode>(code, ignoreCase: true);
            if (!days.Contains(day))
                days.Add(day);
        }
    }

    private static void AddRange(List<DayOfWeekCode> days, Term last)
    {
        var end = Enum.Parse<DayOfWeekCode>(last.Of(Sense.Weekday).Split(',')[^1], ignoreCase: true);
        for (var day = days[0]; day != end;)
        {
            day = (DayOfWeekCode)(((int)day + 1) % 7);
            days.Add(day);
        }
    }
}
