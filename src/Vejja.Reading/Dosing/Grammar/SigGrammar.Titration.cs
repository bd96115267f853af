using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Doses that grow or shrink by equal steps.</summary>
internal sealed partial class SigGrammar
{
    // "increase by 25 mg every week up to 100 mg", "reducing by 5 mg every 3 days then stop", « diminuer de 5 mg tous les 3 jours jusqu'à 10 mg ».
    // Without an end it stays a condition.
    private bool Titration()
    {
        var i = terms.At;
        if (!terms.Is(i, Sense.Titrate))
            return false;
        var down = terms[i].Of(Sense.Titrate) == "-";
        i++;
        if (!terms.TryNumber(ref i, out var by) || by <= 0)
            return false;
        var unit = terms.Is(i, Sense.Unit) && !terms.Is(i, Sense.TimeUnit) ? terms[i++].Of(Sense.Unit) : "";
        if (!Period(ref i, out var period, out var longest, out var every) || longest is not null || every is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month))
            return false;
        while (terms.IsSymbol(i, ','))
            i++;
        var stop = i;
        while (terms.Is(stop, Sense.Until) || terms.Is(stop, Sense.And))
            stop++;
        if (down && terms.Is(stop, Sense.Then) && terms[stop].Of(Sense.Then) == "stop")
            return SayTitration(-by, unit, period, every, 0, stop + 1);
        var end = i;
        while (terms.Is(end, Sense.UpTo) || terms.Is(end, Sense.Until) || terms.Is(end, Sense.To) || terms.Is(end, Sense.Max) || (terms.Is(end, Sense.Filler) && !terms.Is(end, Sense.Number)))
            end++;
        if (end == i || !terms.TryNumber(ref end, out var target) || (terms.Is(end, Sense.Unit) && unit.Length > 0 && terms[end].Of(Sense.Unit) != unit) || terms.Is(end, Sense.TimeUnit))
            return false;
        if (terms.Is(end, Sense.Unit))
            end++;
        return SayTitration(down ? -by : by, unit, period, every, target, end);
    }

    private bool SayTitration(decimal by, string unit, decimal period, TimeUnit every, decimal target, int next) =>
        Say(new Fact.Titration(terms.Start(terms.At), terms.End(next), by, unit, period, every, target), next);
}
