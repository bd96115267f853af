using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Days of the week.</summary>
internal sealed partial class SigGrammar
{
    private bool DayOfWeek()
    {
        var i = terms.At;
        while (terms.Is(i, Sense.At) || terms.Is(i, Sense.Every) || terms.Is(i, Sense.Per) || terms.Is(i, Sense.On) || (terms.Is(i, Sense.Adverb) && Khmer(i) && terms.Is(i + 1, Sense.Weekday)))
            i++;
        if (MondayWednesdayFriday(i))
            return Say(new Fact.Weekday(terms.Start(terms.At), terms.End(i + 5), [DayOfWeekCode.Mon, DayOfWeekCode.Wed, DayOfWeekCode.Fri]), i + 5);
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

    // M,W,F
    private bool MondayWednesdayFriday(int i) =>
        terms.Written(i) is "M" && terms.IsSymbol(i + 1, ',') && terms.Written(i + 2) is "W" && terms.IsSymbol(i + 3, ',') && terms.Written(i + 4) is "F";

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
