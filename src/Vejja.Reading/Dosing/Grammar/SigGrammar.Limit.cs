using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>At most so much: in a period, or at one time.</summary>
internal sealed partial class SigGrammar
{
    // "max 8 in 24 hours", "sans dépasser 4 g/j", "up to 8 tablets a day", "mdd 6", "6/j max"
    private bool Limit()
    {
        var i = terms.At;
        var upTo = !terms.Is(i, Sense.Max) && terms.Is(i, Sense.UpTo);
        if (!upTo && !terms.Is(i, Sense.Max))
            return AmountThenMax();
        var daily = !upTo && terms[i].Of(Sense.Max) == "d";
        i++;
        while (terms.Is(i, Sense.Max) || terms.IsSymbol(i, ':') || terms.Is(i, Sense.Total) || terms.IsSymbol(i, '-') || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || terms.Is(i, Sense.UpTo))
        {
            daily |= terms.Is(i, Sense.Max) && terms[i].Of(Sense.Max) == "d";
            i++;
        }

        if (!upTo && i - terms.At == 1 && TrailingMax(i))
            return true;
        return Limited(i, daily, upTo);
    }

    private bool Limited(int i, bool daily, bool upTo)
    {
        var administrations = false;
        string? unit = null;
        // "max tds"
        if (!upTo && DailyTimes(i) is { } often)
            return Say(new Fact.Max(terms.Start(terms.At), terms.End(i + 1), often, "", 1, TimeUnit.Day) { Administrations = true }, i + 1);
        var adverb = terms.Is(i, Sense.CountAdverb);
        decimal amount;
        if (adverb)
            (amount, administrations, i) = (int.Parse(terms[i].Of(Sense.CountAdverb), CultureInfo.InvariantCulture), true, i + 1);
        else if (!terms.TryAmount(ref i, out amount, out var high) || high is not null || amount <= 0)
            return !upTo && Unread(Math.Max(i, terms.At + 1));
        if (!adverb)
            LimitUnit(ref i, ref amount, ref unit, ref administrations);
        if (upTo && administrations)
            return false;
        var (start, periodAt) = (terms.Start(terms.At), i);
        if (LimitPeriod(ref i, out var period, out var periodUnit))
            return Say(new Fact.Max(start, terms.End(i), amount, unit, period, periodUnit) { Administrations = administrations }, i);
        if (upTo)
            return false;
        if (terms.Is(periodAt, Sense.EachTime) && !administrations)
            return Say(new Fact.Max(start, terms.End(periodAt + 1), amount, unit, 0, null), periodAt + 1);
        if (daily)
            return Say(new Fact.Max(start, terms.End(periodAt), amount, unit, 1, TimeUnit.Day) { Administrations = administrations }, periodAt);
        return Unread(periodAt);
    }

    private void LimitUnit(ref int i, ref decimal amount, ref string? unit, ref bool administrations)
    {
        var term = terms[i];
        if (terms.Is(i, Sense.Filler) && !term.Is(Sense.Unit) && !term.Is(Sense.EachTime) && terms.Is(i + 1, Sense.Unit))
            term = terms[++i];
        if (term.Is(Sense.Spoon) && term.Of(Sense.Spoon) != "*")
            (amount, unit, i) = (amount * decimal.Parse(term.Of(Sense.Spoon), CultureInfo.InvariantCulture), "mL", i + 1);
        else if (term.Is(Sense.Times) || term.Is(Sense.Intake))
            (administrations, i) = (true, i + 1);
        else if (term.Is(Sense.Unit))
            (unit, i) = (term.Of(Sense.Unit), i + 1);
    }

    private bool LimitPeriod(ref int i, out decimal period, out TimeUnit? unit)
    {
        (period, unit) = (1, null);
        var at = i;
        if (Period(ref at, out period, out var high, out var found) && high is null)
        {
            (i, unit) = (at, found);
            return true;
        }

        at = i;
        if (terms.TryNumber(ref at, out period) && period == 24 && terms.TryTimeUnit(ref at, out found) && found == TimeUnit.Hour)
        {
            (i, unit) = (at, found);
            return true;
        }

        return false;
    }

    // "8 maximum in 24 hours", "4 cp max par jour"
    private bool AmountThenMax()
    {
        var i = terms.At;
        if (!terms.TryNumber(ref i, out var amount) || amount <= 0)
            return false;
        string? unit = null;
        var administrations = false;
        LimitUnit(ref i, ref amount, ref unit, ref administrations);
        if (!terms.Is(i, Sense.Max) || !facts.Exists(each => each is Fact.Dose))
            return false;
        var daily = terms[i].Of(Sense.Max) == "d";
        i++;
        if (daily)
            return Say(new Fact.Max(terms.Start(terms.At), terms.End(i), amount, unit, 1, TimeUnit.Day) { Administrations = administrations }, i);
        return LimitPeriod(ref i, out var period, out var periodUnit)
            && Say(new Fact.Max(terms.Start(terms.At), terms.End(i), amount, unit, period, periodUnit) { Administrations = administrations }, i);
    }

    // "3 fois par jour maximum": up to.
    private bool TrailingMax(int i)
    {
        var last = terms[i];
        if ((i < terms.Count && last.Kind is not TermKind.Symbol && !last.Is(Sense.If) && !last.Is(Sense.InCase) && !last.Is(Sense.Prn)) || facts.Count == 0 || facts[^1] is not Fact.Rate { FrequencyMax: null, Frequency: > 1 } rate)
            return false;
        facts[^1] = rate with { Frequency = 1, FrequencyMax = rate.Frequency, UpTo = true, End = terms.End(i) };
        return Skip(i);
    }
}
