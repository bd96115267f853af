using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Days on and days off.</summary>
internal sealed partial class SigGrammar
{
    // "1 jour sur 2", "21 days out of 28", "three weeks on and one week off", "followed by a 7 day break", "5 days a week"
    private bool Cycle()
    {
        var i = terms.At;
        if (terms.Is(i, Sense.Then))
            return Pause(i);
        i = terms.Skip(i, Sense.For);
        if (!terms.TryNumber(ref i, out var on))
            return false;
        // « 1 soir sur 3 »
        if (HoursOnAndOff(i, on))
            return true;
        var lasting = i + 1;
        if (terms.Is(terms.At, Sense.For) && !terms.Is(lasting, Sense.On))
            return false;
        var last = i + 2;
        if (on == 1 && terms.Is(i, Sense.Event) && terms.Is(i + 1, Sense.OutOf) && terms.TryNumber(ref last, out var nights) && nights is 2 or 3 or 4)
        {
            facts.Add(new Fact.Event(terms.Start(i), terms.End(i + 1), Enum.Parse<EventTiming>(terms[i].Of(Sense.Event)), null));
            return Say(new Fact.Rate(terms.Start(terms.At), terms.End(last), 1, null, nights, null, TimeUnit.Day), last);
        }

        if (!terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month) || !Whole(on))
            return false;
        var days = unit == TimeUnit.Week ? 7 : 1;
        // « 1 j/2 »
        if (on == 1 && terms.IsSymbol(i, '/') && terms[i + 1] is { Kind: TermKind.Number, Fraction: false, Value: 2 or 3 or 4 } && !terms.Is(i + 2, Sense.TimeUnit) && !terms.Is(i + 2, Sense.Unit))
            return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i + 2), 1, null, terms[i + 1].Value, null, unit), i + 2);
        // "for 21 days, 7 day break"
        if (terms.Is(i, Sense.Stop) && unit != TimeUnit.Month && facts.Exists(each => each is Fact.Bounds))
            return Say(new Fact.Cycle(terms.Start(terms.At), terms.End(i + 1), 0, (int)on * days), i + 1);
        if (terms.Is(i, Sense.OutOf) && unit != TimeUnit.Month)
        {
            i++;
            if (!terms.TryNumber(ref i, out var of) || of <= on || !Whole(of))
                return false;
            if (terms.Is(i, Sense.TimeUnit))
                i++;
            var (start, end) = (terms.Start(terms.At), terms.End(i));
            return on == 1
                ? Say(new Fact.Rate(start, end, 1, null, of, null, unit), i)
                : Say(new Fact.Cycle(start, end, (int)on * days, (int)(of - on) * days), i);
        }

        if (unit == TimeUnit.Day && on is >= 2 and <= 6 && (terms.Is(i, Sense.Per) || terms.IsSymbol(i, '/')))
        {
            var at = i + 1;
            if (terms.TryTimeUnit(ref at, out var week) && week == TimeUnit.Week)
                return Say(new Fact.Cycle(terms.Start(terms.At), terms.End(at), (int)on, 7 - (int)on), at);
        }

        if (!terms.Is(i, Sense.On) || unit == TimeUnit.Month)
            return false;
        i = terms.Skip(i + 1, Sense.And, Sense.Then);
        if (terms.IsSymbol(i, ','))
            i++;
        // "three weeks on and one off"
        if (terms.Is(i, Sense.Stat) && terms.Written(i).Equals("one off", StringComparison.OrdinalIgnoreCase))
            return Say(new Fact.Cycle(terms.Start(terms.At), terms.End(i + 1), (int)on * days, days), i + 1);
        if (!terms.TryNumber(ref i, out var off) || !Whole(off))
            return false;
        if (!terms.TryTimeUnit(ref i, out var offUnit))
            offUnit = unit;
        return terms.Is(i, Sense.Off) && Say(new Fact.Cycle(terms.Start(terms.At), terms.End(i + 1), (int)on * days, (int)off * (offUnit == TimeUnit.Week ? 7 : 1)), i + 1);
    }

    // "12 hours on, 12 hours off"
    private bool HoursOnAndOff(int i, decimal on)
    {
        if (!terms.TryTimeUnit(ref i, out var unit) || unit != TimeUnit.Hour || !terms.Is(i, Sense.On))
            return false;
        i = terms.Skip(i + 1, Sense.And, Sense.Then);
        while (terms.IsSymbol(i, ',') || terms.IsSymbol(i, '/') || terms.IsSymbol(i, '-'))
            i++;
        if (!terms.TryNumber(ref i, out var off) || !terms.TryTimeUnit(ref i, out unit) || unit != TimeUnit.Hour || !terms.Is(i, Sense.Off) || on + off != 24)
            return false;
        facts.Add(new Fact.Rate(terms.Start(terms.At), terms.End(i + 1), 1, null, 1, null, TimeUnit.Day) { Generic = true });
        return Say(new Fact.Lasting(terms.Start(terms.At), terms.End(i + 1), on, TimeUnit.Hour), i + 1);
    }

    // Days off after a course: DaysOn is not said here.
    private bool Pause(int i)
    {
        var stopped = terms[i].Of(Sense.Then) == "stop";
        i++;
        while (terms.Is(i, Sense.For) || terms.Is(i, Sense.Article) || terms.Is(i, Sense.Stop) || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || (terms.Is(i, Sense.Number) && terms.Is(i + 1, Sense.Stop)))
        {
            stopped |= terms.Is(i, Sense.Stop);
            i++;
        }

        if (!terms.TryNumber(ref i, out var off) || !terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Day or TimeUnit.Week) || !Whole(off))
            return false;
        if (terms.Is(i, Sense.Stop) || terms.Is(i, Sense.Off))
            i++;
        else if (!stopped)
            return false;
        return Say(new Fact.Cycle(terms.Start(terms.At), terms.End(i), 0, (int)off * (unit == TimeUnit.Week ? 7 : 1)), i);
    }
}
