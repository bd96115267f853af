using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Clock times.</summary>
internal sealed partial class SigGrammar
{
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

        // "12 noon": nobody takes twelve of anything at noon.
        if (first.Value == 12 && mark.Is(Sense.Event) && mark.Of(Sense.Event) == "NOON")
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
}
