using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Daily amounts that are divided into several doses.</summary>
internal sealed partial class SigGrammar
{
    // "45 mg/kg/day divided twice daily", "divided q8h"
    private bool DividedByFrequency(int i)
    {
        var (start, count) = (terms.At, facts.Count);
        terms.At = i;
        if (Frequency() && facts.Count == count + 1 && facts[^1] is Fact.Rate rate && DosesADay(rate) is { } doses)
        {
            facts[^1] = new Fact.Split(terms.Start(start), terms.End(terms.At), doses);
            return true;
        }

        facts.RemoveRange(count, facts.Count - count);
        terms.At = start;
        return false;
    }

    private static int? DosesADay(Fact.Rate rate) => rate switch
    {
        { FrequencyMax: null, PeriodMax: null, Unit: TimeUnit.Day, Period: 1, Frequency: >= 2 } => rate.Frequency,
        { FrequencyMax: null, PeriodMax: null, Unit: TimeUnit.Hour, Frequency: 1, Period: 4 or 6 or 8 or 12 } => (int)(24 / rate.Period),
        _ => null,
    };

    // "6 tablets a day in 3 doses": the daily amount is shared.
    private bool DividedDose()
    {
        var i = terms.At;
        if (!terms.Is(i, Sense.Divided))
            return false;
        i++;
        if (i > terms.At && terms.Written(terms.At).Length > 3 && DividedByFrequency(i))
            return true;
        // « en A prises »: the number of doses is misread.
        if (terms.Is(i + 1, Sense.Intake) && terms[i].Kind != TermKind.Number && terms[i].End - terms[i].Start == 1)
            return Unread(i + 2);
        if (!terms.TryNumber(ref i, out var doses) || doses != decimal.Truncate(doses) || doses is < 2 or > 8)
            return false;
        i = terms.Skip(i, Sense.Divided);
        if (!terms.Is(i, Sense.Intake))
            return false;
        return Say(new Fact.Split(terms.Start(terms.At), terms.End(i + 1), (int)doses), i + 1);
    }
}
