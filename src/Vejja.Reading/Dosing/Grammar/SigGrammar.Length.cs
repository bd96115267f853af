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
        if (led && terms.Is(i, Sense.Span) && terms[i].Of(Sense.Span).Split(' ') is [var count, var each])
            return Say(new Fact.Bounds(terms.Start(terms.At), terms.End(i + 1), decimal.Parse(count, CultureInfo.InvariantCulture), null, TimeUnitCodes.FromCode(each)!.Value), i + 1);
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
        over |= led && unit == TimeUnit.Hour && terms.Is(terms.At, Sense.Over) && facts.Exists(each => each is Fact.Dose { Unit: "mL" or "L" or "g" or "mg" });
        // ២គ្រាប់ ១ថ្ងៃ can be two a day, and for one day.
        if (!led && low == 1 && high is null && Khmer(unitAt) && !facts.Exists(each => each is Fact.Rate or Fact.Event or Fact.Slots))
            Flags.Add("ambiguous-term");
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

    // "1 hour before food", "an hour before bed"
    private bool LeadsToAMeal(int i) =>
        terms.Is(i, Sense.Before) || (terms.Is(i, Sense.After) && !terms.Is(i, Sense.Then)) || (terms.Is(i, Sense.Event) && terms[i].Of(Sense.Event) == "HS");

    private bool FollowedByRelation(int i) =>
        terms.Is(i, Sense.Before) || (terms.Is(i, Sense.After) && !terms.Is(i, Sense.Then)) || terms.Is(i, Sense.OnceEach);

    // In "ព្រឹក ១ ថ្ងៃ ១ ល្ងាច ១" the word for day is the noon column, and the number before it belongs to the morning.
    private bool NoonColumn(int i) =>
        terms[i].Is(Sense.Event) && facts.Count > 0 && facts[^1] is Fact.Event && (terms[i + 1].Kind == TermKind.Number || (terms.IsSymbol(i + 1, '-') && !(terms[i + 1].Glued && terms[i + 2].Glued)) || terms.Is(i + 1, Sense.Number) || terms.Is(i + 1, Sense.Event));

    private static TimeUnit CourseUnit(Term course) => course.Denominator switch
    {
        7 => TimeUnit.Day,
        52 => TimeUnit.Week,
        _ => TimeUnit.Month,
    };

    private static bool Whole(decimal value) => value == decimal.Truncate(value) && value is >= 1 and <= 400;
}
