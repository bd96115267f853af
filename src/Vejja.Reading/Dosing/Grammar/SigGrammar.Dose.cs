using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Doses: amount and unit, spoons, strengths, slots.</summary>
internal sealed partial class SigGrammar
{
    private static readonly HashSet<string> Measures = new(StringComparer.Ordinal)
    {
        "mL", "mg", "g", "ug", "ng", "kg", "L", "mmol", "meq", "[iU]", "%", "10*6.[iU]", "[foz_us]", "cm", "[in_i]",
    };

    // 1-0-1, 1+0+1, ½-0-½, 1-0-1-0 with an optional unit.
    private bool Slots()
    {
        var i = terms.At;
        if (terms[i].Kind != TermKind.Number)
            return false;
        var mark = terms[i + 1] is { Kind: TermKind.Symbol, Symbol: '-' or '+' } symbol ? symbol.Symbol : '\0';
        if (mark == '\0')
            return false;
        var doses = new List<decimal> { terms[i].Value };
        i++;
        while (doses.Count < 5 && terms.IsSymbol(i, mark) && terms[i + 1].Kind == TermKind.Number)
        {
            doses.Add(terms[i + 1].Value);
            i += 2;
        }

        if (doses.Count is < 3 or > 4 || doses.Exists(each => each > 20) || doses.TrueForAll(each => each == 0) || terms.IsSymbol(i, mark))
            return false;
        var unit = terms.Is(i, Sense.Unit) && !terms.Is(i, Sense.TimeUnit) ? terms[i++].Of(Sense.Unit) : "";
        return Say(new Fact.Slots(terms.Start(terms.At), terms.End(i), doses, unit), i);
    }

    private bool Doses()
    {
        var i = terms.At;
        if (UnitFirst(i))
            return true;
        var upTo = terms.Is(i, Sense.UpTo);
        if (upTo)
            i++;
        decimal low;
        decimal? high = null;
        // « faire un shampooing »
        if (terms[i].Kind == TermKind.Word && terms.Is(i, Sense.Number) && (terms[i].Lexeme!.Languages & SigLanguages.French) != 0 && terms.Is(i + 1, Sense.Method) && !terms.Is(i + 1, Sense.Unit))
            return Skip(i + 1);
        // "one in the morning and half a tablet at night": "and half" adds to the number before it only.
        if (terms.Is(i, Sense.AndHalf))
        {
            facts.Add(new Fact.Join(terms.Start(i), terms.Start(i), '&'));
            (low, i) = (0.5m, i + 1);
        }
        else if (OneOf(i))
            (low, i) = (1, i + 1);
        else if (!terms.TryAmount(ref i, out low, out high))
            return terms[terms.At].Kind == TermKind.Number && UnreadNumber();
        if (low <= 0)
            return UnreadNumber();
        i = SkipOf(i);
        if (!Unit(ref i, ref low, ref high, out var unit, out var strength))
            return UnreadNumber();
        // "1 tablet to 2 tablets", « 1 cp à 2 cp »
        var second = i + 1;
        if (high is null && strength is null && (terms.IsSymbol(i, '-') || terms.Is(i, Sense.To) || terms.Is(i, Sense.Or)) && terms.TryNumber(ref second, out var upper) && upper > low
            && terms.Is(second, Sense.Unit) && terms[second].Of(Sense.Unit) == unit)
            (high, i) = (upper, second + 1);
        if (upTo)
            (low, high) = (0, high ?? low);
        return Say(new Fact.Dose(terms.Start(terms.At), terms.End(i), low, high, unit) { Strength = strength }, i);
    }

    // "a tablet"; "A tablets" and « A comprimés » can be misread fours.
    private bool OneOf(int i) =>
        terms.Is(i, Sense.Article) && (terms.Is(i + 1, Sense.Unit) || terms.Is(i + 1, Sense.Spoon)) && !terms.EndsIn(i + 1, 's') && (terms[i + 1].Lexeme!.Languages & SigLanguages.English) != 0;

    // "Tab. 1 OD", "cap 2 bd": the unit before its number.
    private bool UnitFirst(int i)
    {
        if (!terms.Is(i, Sense.Unit) || terms.Is(i, Sense.TimeUnit) || Measures.Contains(terms[i].Of(Sense.Unit)) || facts.Exists(each => each is Fact.Dose))
            return false;
        var unit = terms[i].Of(Sense.Unit);
        i++;
        while (terms.IsSymbol(i, '.') || terms.IsSymbol(i, ':') || terms.IsSymbol(i, ','))
            i++;
        if (!terms.TryAmount(ref i, out var low, out var high) || low <= 0 || terms.Is(i, Sense.Unit) || terms.Is(i, Sense.TimeUnit) || terms.IsSymbol(i, '-') || !BareDose(i))
            return false;
        return Say(new Fact.Dose(terms.Start(terms.At), terms.End(i), low, high, unit), i);
    }

    // stat, now, as a single dose
    private bool SingleTime()
    {
        var term = terms[terms.At];
        // "inhale one dose once daily": the dose itself, where nothing else is it.
        if (term.Is(Sense.Stat) && term.Of(Sense.Stat) == "soft" && terms.Written(terms.At).Equals("one dose", StringComparison.OrdinalIgnoreCase) && !facts.Exists(each => each is Fact.Dose)
            && terms.At + 1 < terms.Count)
            return Say(new Fact.Dose(term.Start, term.End, 1, null, "dose"), terms.At + 1);
        return term.Is(Sense.Stat) && Say(new Fact.Count(term.Start, term.End, 1) { Soft = term.Of(Sense.Stat) == "soft" }, terms.At + 1);
    }

    // A number whose sense is not certain takes its unit with it, so that no rule reads the unit alone.
    private bool UnreadNumber()
    {
        var i = terms.At;
        while (terms[i].Kind == TermKind.Number || terms[i].Is(Sense.Number) || terms.IsSymbol(i, '-'))
            i++;
        i = Math.Max(i, terms.At + 1);
        if (terms.Is(i, Sense.Unit) || terms.Is(i, Sense.TimeUnit) || terms.Is(i, Sense.Times) || terms.IsSymbol(i, '%'))
            i++;
        return Unread(i);
    }

    private int SkipOf(int i)
    {
        while (terms.Is(i, Sense.Filler) && terms[i].End - terms[i].Start <= 3 && !terms.Is(i, Sense.Unit) && !terms.Is(i, Sense.Per) && !terms.Is(i, Sense.Number)
            && (terms.Is(i + 1, Sense.Unit) || terms.Is(i + 1, Sense.Spoon) || terms.Is(i + 1, Sense.Article)))
            i++;
        if (terms.Is(i, Sense.Article) && (terms.Is(i + 1, Sense.Unit) || terms.Is(i + 1, Sense.Spoon)))
            i++;
        return i;
    }

    private bool Unit(ref int i, ref decimal low, ref decimal? high, out string unit, out string? strength)
    {
        (unit, strength) = ("", null);
        if (terms.IsSymbol(i, '-') && terms.Is(i + 1, Sense.Unit))
            i++;
        // "2 x 5ml spoonfuls", "one 5ml spoonful", "one 150 mg tablet"
        var inner = terms[i].Is(Sense.Times) ? i + 1 : i;
        if (terms.TryNumber(ref inner, out var size) && size > 0 && terms.Is(inner, Sense.Unit) && Measures.Contains(terms[inner].Of(Sense.Unit)))
        {
            var measure = terms[inner].Of(Sense.Unit);
            var counted = terms[inner + 1];
            if (counted.Is(Sense.Spoon) || (counted.Is(Sense.Unit) && counted.Of(Sense.Unit) == "dose"))
            {
                (low, high, unit, i) = (low * size, high * size, measure, inner + 2);
                return true;
            }

            if (counted.Is(Sense.Unit))
            {
                (unit, strength, i) = (counted.Of(Sense.Unit), size.ToString(CultureInfo.InvariantCulture) + measure, inner + 2);
                return true;
            }

            return false;
        }

        // « 1 dose de 5 mL »
        if (low == 1 && high is null && terms.Written(i) is "dose de" or "dose of")
        {
            unit = "dose";
            i++;
            if (terms[i].Kind == TermKind.Number)
                Contents(ref i, ref low, ref unit);
            return unit != "dose" && !terms.IsSymbol(i, '/');
        }

        var term = terms[i];
        if (term.Is(Sense.Spoon))
        {
            // "1 cc" is a millilitre, and a coffee spoon in French.
            if (term.Is(Sense.Unit) && term.Of(Sense.Unit) == "mL")
            {
                Flags.Add("ambiguous-cc");
                (unit, i) = ("mL", i + 1);
            }
            else if (term.Of(Sense.Spoon) == "*")
                (unit, i) = ("spoon", i + 1);
            else
            {
                var volume = decimal.Parse(term.Of(Sense.Spoon), CultureInfo.InvariantCulture);
                (low, high, unit, i) = (low * volume, high * volume, "mL", i + 1);
            }
        }
        else if (term.Is(Sense.Unit) && !(term.Is(Sense.TimeUnit) && !Measures.Contains(term.Of(Sense.Unit))))
        {
            // "one iu the morning" is a misread "in".
            if (terms.Written(i) is "iu" && (terms[i - 1].Kind != TermKind.Number || terms.Is(i + 1, Sense.Filler)))
                return false;
            (unit, i) = (term.Of(Sense.Unit), i + 1);
        }
        else if (terms.Is(i + 1, Sense.Route) && terms.Written(i) is "T" or "C")
        {
            // American pharmacies write T for tablet, but it can be a tablespoon too.
            Flags.Add("ambiguous-term");
            (unit, i) = (terms.Written(i) is "T" ? "tablet" : "capsule", i + 1);
        }
        else
        {
            return BareDose(i);
        }

        // « 1 injection de 4000 UI »: the measure is the dose.
        if (unit is "injection" or "dose" or "application" && low == 1 && high is null && terms[i].Kind != TermKind.Number)
            Contents(ref i, ref low, ref unit);
        // "1 comprimé 1/2"
        if (high is null && low == decimal.Truncate(low) && terms[i] is { Kind: TermKind.Number, Fraction: true, Value: 0.5m } && !Measures.Contains(unit) && !terms.Is(i + 1, Sense.Unit) && !terms.Is(i + 1, Sense.TimeUnit))
            (low, i) = (low + 0.5m, i + 1);
        if (terms.Is(i, Sense.AndHalf) && high is null && low == decimal.Truncate(low))
            (low, i) = (low + 0.5m, i + 1);
        i = !Measures.Contains(unit) ? SkipStrength(i) : terms.IsSymbol(i, '(') ? SkipStrength(i) : SpoonAfterVolume(i);
        if (Measures.Contains(unit))
            unit += PerWeight(ref i);
        // Millilitres per hour, so much per other things: not a dose that can be read alone.
        // « 1 g/6h »; litres in 24 hours run through a drip.
        var every = i + 1;
        if (terms.IsSymbol(i, '/') && unit is not ("L" or "mL") && terms.TryNumber(ref every, out var hours) && hours is 4 or 6 or 8 or 12 or 24 && terms.TryTimeUnit(ref every, out var hourly) && hourly == TimeUnit.Hour)
            return true;
        return !(terms.IsSymbol(i, '/') && (terms.Is(i + 1, Sense.Unit) || terms[i + 1].Kind is TermKind.Unknown or TermKind.Number) && !terms.Is(i + 1, Sense.TimeUnit));
    }

    // ព្រឹក១ ល្ងាច១ ៧ថ្ងៃ: the number after a time of day is its dose, and the next one the length.
    private bool SlotsGoBefore() => facts.Count > 0 && facts[^1] is Fact.Event && facts.Exists(each => each is Fact.Dose);

    // A bare number is a dose where what follows cannot count with it.
    private bool BareDose(int i)
    {
        var next = terms[i];
        if ((next.Kind == TermKind.Number || next.Is(Sense.Number)) && !next.Is(Sense.Article))
        {
            // "take one 3-4 times a day"
            return terms.TryAmount(ref i, out _, out _) && (terms.Is(i, Sense.Hourly) || (terms.Is(i, Sense.Times) && terms[i].End - terms[i].Start > 1)
                || (terms.TryTimeUnit(ref i, out var length) && (FollowedByRelation(i) || (length is TimeUnit.Day or TimeUnit.Week && SlotsGoBefore()) || (length is TimeUnit.Hour or TimeUnit.Minute && LeadsToAMeal(i)))));
        }

        if (next.Kind is TermKind.Course or TermKind.Clock or TermKind.Date)
            return false;
        // "1 ec by mouth" can be "1 cc".
        if (next.Kind == TermKind.Unknown || (next.Is(Sense.Filler) && (next.Repaired || terms.Written(i) is "ec" or "EC" or "extra" or "additional")))
            return false;
        if (next.Kind == TermKind.Symbol)
            return i >= terms.Count || next.Symbol is ',' or ';' or '.' or '(' or ')' or '-' or '\n' or '\r' or ':';
        // "four weekly" can be every four weeks.
        if (next.Is(Sense.Adverb) && next.Of(Sense.Adverb) is "wk" or "mo" && !(terms[i - 1] is { Kind: TermKind.Number, Value: 1 } || (terms.Is(i - 1, Sense.Number) && terms[i - 1].Of(Sense.Number) == "1")))
            Flags.Add("ambiguous-term");
        return !(next.Is(Sense.Times) && !next.Is(Sense.For)) && !next.Is(Sense.Negation) && !next.Is(Sense.OutOf);
    }
}
