using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>How long and how much in all: the course, its parts, steps, limits, supply.</summary>
internal sealed partial class SigGrammar
{
    private bool Length()
    {
        var i = terms.At;
        if (terms.Is(i, Sense.After) && LaterStep(i + 1))
            return true;
        var led = terms.Is(i, Sense.For) || terms.Is(i, Sense.Over);
        var over = terms.Is(i, Sense.Over) && !terms.Is(i, Sense.For);
        while (terms.Is(i, Sense.For) || terms.Is(i, Sense.Over))
            i++;
        if (led)
            i = terms.Skip(terms.IsSymbol(i, ':') ? i + 1 : i, Sense.Filler);
        var upTo = terms.Is(i, Sense.UpTo);
        if (upTo && led)
            i++;
        if (terms[i].Kind == TermKind.Course)
            return Say(new Fact.Bounds(terms.Start(terms.At), terms.End(i + 1), terms[i].Value, null, CourseUnit(terms[i])), i + 1);
        if (led && terms.Is(i, Sense.Article) && !terms.Is(i, Sense.Number))
        {
            // "for a week"; "pendant A semaines" has lost its number.
            if (terms.EndsIn(i + 1, 's'))
                return false;
            i++;
        }
        // "in 4 weeks", "dans 4 semaines": when, not how long.
        if (!led && LedByPlace())
            return false;
        var (low, high) = (1m, (decimal?)null);
        var counted = terms.TryAmount(ref i, out var number, out var upper);
        if (counted)
            (low, high) = (number, upper);
        else if (!led || terms.EndsIn(i, 's') && terms.Is(i, Sense.TimeUnit) && terms[i].Of(Sense.TimeUnit) != "mo")
            return false;
        if (low <= 0)
            return false;
        if (counted && led && (Doses(i, low, high) || Repetitions(i, low, high)))
            return true;
        if (terms.IsSymbol(i, '-'))
            i++;
        if (counted && led && terms.Is(i, Sense.Event) && terms[i].Of(Sense.Event) == "NIGHT")
            return Say(new Fact.Bounds(terms.Start(terms.At), terms.End(i + 1), low, high, TimeUnit.Day), i + 1);
        var unitAt = i;
        if (!terms.TryTimeUnit(ref i, out var unit, weak: led && counted))
            return false;
        if (!led && (unit is TimeUnit.Hour or TimeUnit.Minute or TimeUnit.Second || NoonColumn(unitAt) || FollowedByRelation(i)))
            return false;
        if (led && FollowedByRelation(i) && unit is TimeUnit.Hour or TimeUnit.Minute)
            return false;
        var (start, end) = (terms.Start(terms.At), terms.End(i));
        if (unit is TimeUnit.Minute or TimeUnit.Second || over)
            return high is null && Say(new Fact.Lasting(start, end, low, unit), i);
        return Say(upTo && high is null ? new Fact.Bounds(start, end, 0, low, unit) : new Fact.Bounds(start, end, low, high, unit), i);
    }

    // "until 31/12/2026", "du 01/02/2026 au 10/02/2026", "starting 01/02/2026", "le 12/01/2026"
    private bool Dates()
    {
        var i = terms.At;
        var (from, until) = (terms.Is(i, Sense.From), terms.Is(i, Sense.Until));
        i = from || until ? terms.Skip(i + 1, Sense.Filler, Sense.At) : terms.Skip(i, Sense.At, Sense.Filler);
        if (terms[i].Kind != TermKind.Date)
            return false;
        var (start, first) = (terms.Start(terms.At), terms[i].Date);
        i++;
        var last = i;
        while (terms.Is(last, Sense.To) || terms.Is(last, Sense.Until) || terms.IsSymbol(last, '-') || terms.Is(last, Sense.And))
            last++;
        if (last > i && !until && terms[last].Kind == TermKind.Date && terms[last].Date >= first)
            return Say(new Fact.Dates(start, terms.End(last + 1), first, terms[last].Date), last + 1);
        if (until)
            return Say(new Fact.Dates(start, terms.End(i), null, first), i);
        return from ? Say(new Fact.Dates(start, terms.End(i), first, null), i) : Say(new Fact.Day(start, terms.End(i), first), i);
    }

    // "at least 4 hours between doses", "espacées de 8 heures", "à 6 heures d'intervalle"
    private bool Spacing()
    {
        var i = terms.At;
        var led = terms.Is(i, Sense.Spacing);
        while (terms.Is(i, Sense.Spacing) || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || terms.Is(i, Sense.At) || terms.Is(i, Sense.Article))
            i++;
        if (!terms.TryAmount(ref i, out var low, out _) || !terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Hour or TimeUnit.Minute) || low <= 0)
            return false;
        if (terms.Is(i, Sense.Apart))
            i = terms.Skip(i, Sense.Apart, Sense.EachTime);
        else if (!led || terms[terms.At].Of(Sense.Spacing).Length > 0 || !LongSpacing())
            return false;
        while (terms.Is(i, Sense.Unit) && terms[i].Of(Sense.Unit) == "dose")
            i++;
        return Say(new Fact.Spacing(terms.Start(terms.At), terms.End(i), low, unit, terms.Words(terms.At, i)), i);
    }

    // "au moins 4 heures" alone can be any length; "espacées de 4 heures" cannot.
    private bool LongSpacing() => terms[terms.At].End - terms[terms.At].Start > 9;

    // "reducing to 1 daily after 7 days"
    private bool LaterStep(int i)
    {
        if (!facts.Exists(each => each is Fact.Then) || !terms.TryNumber(ref i, out var number) || !terms.TryTimeUnit(ref i, out var unit)
            || unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour || number <= 0)
            return false;
        return Say(new Fact.Later(terms.Start(terms.At), terms.End(i), number, unit), i);
    }

    private bool Doses(int i, decimal low, decimal? high)
    {
        var term = terms[i];
        var intake = (term.Is(Sense.Intake) && !term.Is(Sense.CountAdverb) && !term.Is(Sense.For)) || (term.Is(Sense.Unit) && term.Of(Sense.Unit) == "dose");
        if (!intake || high is not null || low != decimal.Truncate(low) || low > 1000)
            return false;
        var next = i + 1;
        var period = next;
        return !Period(ref period, out _, out _, out _) && Say(new Fact.Count(terms.Start(terms.At), terms.End(next), (int)low), next);
    }

    private bool LedByPlace()
    {
        var before = terms[terms.At - 1];
        return before.Is(Sense.SiteLead) || before.Is(Sense.After) || before.Is(Sense.Before) || before.Is(Sense.Until) || before.Is(Sense.Negation);
    }

    // "every 5 minutes x 3", "2 tabs x1": so many times in all.
    private bool Repetitions(int i, decimal low, decimal? high)
    {
        if (!terms.Is(terms.At, Sense.Times) || terms[terms.At].End - terms[terms.At].Start > 1 || high is not null || !Whole(low) || low > 12)
            return false;
        var ends = i >= terms.Count || terms[i].Kind == TermKind.Symbol || terms.Is(i, Sense.Prn) || terms.Is(i, Sense.Then);
        var repeated = (low == 1 && facts.Exists(each => each is Fact.Dose { Unit.Length: > 0 })) || facts.Exists(each => each is Fact.Rate { Unit: TimeUnit.Minute or TimeUnit.Hour });
        return ends && repeated && Say(new Fact.Count(terms.Start(terms.At), terms.End(i), (int)low), i);
    }

    private bool FollowedByRelation(int i) =>
        terms.Is(i, Sense.Before) || (terms.Is(i, Sense.After) && !terms.Is(i, Sense.Then)) || terms.Is(i, Sense.OnceEach);

    // In "ព្រឹក ១ ថ្ងៃ ១ ល្ងាច ១" the word for day is the noon column, and the number before it belongs to the morning.
    private bool NoonColumn(int i) =>
        terms[i].Is(Sense.Event) && facts.Count > 0 && facts[^1] is Fact.Event && (terms[i + 1].Kind == TermKind.Number || terms.Is(i + 1, Sense.Number) || terms.Is(i + 1, Sense.Event));

    private static TimeUnit CourseUnit(Term course) => course.Denominator switch
    {
        7 => TimeUnit.Day,
        52 => TimeUnit.Week,
        _ => TimeUnit.Month,
    };

    // "day 1", "days 2-5", "J1 à J5", "week 1", "le 1er jour", "the first 3 days", "les 5 premiers jours"
    private bool PartOfCourse()
    {
        var i = terms.Skip(terms.At, Sense.At, Sense.Filler);
        if (terms.Is(i, Sense.SiteLead) || terms.Is(i, Sense.For))
            i++;
        var start = terms.Start(terms.At);
        if (terms.Is(i, Sense.Heading))
        {
            var unit = TimeUnitCodes.FromCode(terms[i].Of(Sense.Heading))!.Value;
            var at = i + 1;
            if (!terms.TryNumber(ref at, out var number) || !Whole(number))
                return false;
            var (first, last) = ((int)number, (int)number);
            var to = at;
            if (terms.IsSymbol(to, '-') || terms.Is(to, Sense.To))
            {
                to = terms.Skip(to + 1, Sense.Heading);
                if (terms.TryNumber(ref to, out var end) && Whole(end) && end > first)
                    (last, at) = ((int)end, to);
            }

            // "day 2 tablets" is no heading.
            if (terms.Is(at, Sense.Unit) || terms.Is(at, Sense.Times) || first < 1)
                return false;
            // The last part has no end: only a new step.
            if (terms.Is(at, Sense.Onward))
                return facts.Count > 0 && Say(new Fact.Then(start, terms.End(at + 1), false), at + 1);
            return Say(new Fact.Part(start, terms.End(at), first, last, unit), at);
        }

        return OrdinalPart(i, start);
    }

    private bool OrdinalPart(int i, int start)
    {
        var number = i;
        var counted = terms[i].Kind == TermKind.Number;
        if (counted && Whole(terms[i].Value) && terms.Is(i + 1, Sense.Ordinal) && terms.Is(i + 2, Sense.Heading))
        {
            var value = (int)terms[i].Value;
            var unit = TimeUnitCodes.FromCode(terms[i + 2].Of(Sense.Heading))!.Value;
            var plural = terms[i + 1].Of(Sense.Ordinal).Length > 0;
            return Say(new Fact.Part(start, terms.End(i + 3), plural ? 1 : value, value, unit), i + 3);
        }

        // "du 1er au 5ème jour"
        if (counted && Whole(terms[i].Value) && terms.Is(i + 1, Sense.Ordinal) && terms.Is(i + 2, Sense.To) && terms[i + 3].Kind == TermKind.Number && terms.Is(i + 4, Sense.Ordinal)
            && terms.Is(i + 5, Sense.Heading) && terms[i + 3].Value > terms[i].Value && Whole(terms[i + 3].Value))
        {
            return Say(new Fact.Part(start, terms.End(i + 6), (int)terms[i].Value, (int)terms[i + 3].Value, TimeUnitCodes.FromCode(terms[i + 5].Of(Sense.Heading))!.Value), i + 6);
        }

        if (!terms.Is(number, Sense.Ordinal) || terms[number].Of(Sense.Ordinal).Length == 0 || (terms.Is(number, Sense.TimeUnit) && !terms.Is(number + 1, Sense.Heading)))
            return false;
        var ordinal = int.Parse(terms[number].Of(Sense.Ordinal), CultureInfo.InvariantCulture);
        i = number + 1;
        var length = 1m;
        if (terms.TryNumber(ref i, out var several))
            length = several;
        if (!terms.Is(i, Sense.Heading) || !Whole(length) || (length > 1 && ordinal != 1))
            return false;
        var last = length > 1 ? (int)length : ordinal;
        return Say(new Fact.Part(start, terms.End(i + 1), length > 1 ? 1 : ordinal, last, TimeUnitCodes.FromCode(terms[i].Of(Sense.Heading))!.Value), i + 1);
    }

    private static bool Whole(decimal value) => value == decimal.Truncate(value) && value is >= 1 and <= 400;

    private bool Step()
    {
        var i = terms.At;
        var term = terms[i];
        if (!term.Is(Sense.Then))
            return false;
        // "after" leads to a meal or an event where one follows.
        return !Cycle() ? Say(new Fact.Then(term.Start, term.End, term.Of(Sense.Then) == "stop"), i + 1) : true;
    }

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
        i++;
        return LimitPeriod(ref i, out var period, out var periodUnit)
            && Say(new Fact.Max(terms.Start(terms.At), terms.End(i), amount, unit, period, periodUnit) { Administrations = administrations }, i);
    }

    // "3 fois par jour maximum": up to.
    private bool TrailingMax(int i)
    {
        var last = terms[i];
        if ((i < terms.Count && last.Kind is not TermKind.Symbol) || facts.Count == 0 || facts[^1] is not Fact.Rate { FrequencyMax: null, Frequency: > 1 } rate)
            return false;
        facts[^1] = rate with { Frequency = 1, FrequencyMax = rate.Frequency, UpTo = true, End = terms.End(i) };
        return Skip(i);
    }

    // #30, qty 30 tablets, refills: 2, AR 2, QSP 1 mois
    private bool Supply()
    {
        var i = terms.At;
        var term = terms[i];
        var start = term.Start;
        if (term.Is(Sense.Refill))
        {
            var at = i + 1;
            while (terms.IsSymbol(at, ':') || terms.IsSymbol(at, '=') || (terms.Is(at, Sense.Times) && terms[at].Kind != TermKind.Number))
                at++;
            if (!terms.TryNumber(ref at, out var refills) || refills != decimal.Truncate(refills) || refills > 99 || terms.Is(at, Sense.TimeUnit) || terms.Is(at, Sense.Unit))
                return false;
            at = terms.Skip(at, Sense.Times);
            return Say(new Fact.Refills(start, terms.End(at), (int)refills), at);
        }

        if (term.Kind == TermKind.Number && terms.Is(i + 1, Sense.Refill) && !terms.Is(i + 1, Sense.Condition) && term.Value == decimal.Truncate(term.Value) && term.Value <= 99)
            return Say(new Fact.Refills(start, terms.End(i + 2), (int)term.Value), i + 2);
        if (!term.Is(Sense.Dispense) && !term.Is(Sense.Sufficient))
            return false;
        i++;
        while (terms.IsSymbol(i, ':') || terms.IsSymbol(i, '=') || terms.Is(i, Sense.Dispense) || (terms.Is(i, Sense.For) && term.Is(Sense.Sufficient)))
            i++;
        if (!terms.TryNumber(ref i, out var amount) || amount <= 0)
            return false;
        if (term.Is(Sense.Sufficient) && terms.TryTimeUnit(ref i, out var unit, weak: true))
            return Say(new Fact.Bounds(start, terms.End(i), amount, null, unit), i);
        var code = terms.Is(i, Sense.Unit) ? terms[i++].Of(Sense.Unit) : "";
        return Say(new Fact.Dispense(start, terms.End(i), amount, code), i);
    }
}
