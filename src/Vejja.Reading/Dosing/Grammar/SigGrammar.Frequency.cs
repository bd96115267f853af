using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>How often: times in a period, intervals, abbreviations, alternation, days on and off.</summary>
internal sealed partial class SigGrammar
{
    private const int MostTimes = 24;

    private bool Frequency() => UpToRate() || TimesInPeriod() || TimesAlone() || Interval() || PeriodThenTimes() || WholeFrequency() || PerPeriod();

    // "3 times a day", "up to four times daily", "x 3/j", "once or twice a day", "once every 8 hours", "once at night"
    private bool TimesInPeriod()
    {
        var i = terms.At;
        var upTo = terms.Is(i, Sense.UpTo);
        if (upTo)
            i++;
        // "1 tablet by mouth 1 one time each day"
        if (terms[i] is { Kind: TermKind.Number, Value: 1 } && terms.Is(i + 1, Sense.CountAdverb) && terms.Written(i + 1).Equals("one time", StringComparison.OrdinalIgnoreCase) && facts.Exists(each => each is Fact.Dose))
            i++;
        var adverb = terms.Is(i, Sense.CountAdverb);
        // "once or twice daily"
        if (adverb && (terms.Is(i + 1, Sense.Or) || terms.Is(i + 1, Sense.To) || terms.IsSymbol(i + 1, '-')) && DailyTimes(i + 2) is { } most && int.Parse(terms[i].Of(Sense.CountAdverb), CultureInfo.InvariantCulture) is var least && most > least)
            return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i + 3), least, most, 1, null, TimeUnit.Day), i + 3);
        if (!Times(ref i, out var low, out var high))
            return false;
        var counted = i;
        if (Period(ref i, out var period, out var periodMax, out var unit, bare: terms.Is(counted - 1, Sense.Times)))
        {
            var (first, last) = upTo && high is null && low > 1 ? (1, low) : (low, high);
            return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i), first, last, period, periodMax, unit) { UpTo = upTo }, i);
        }

        // "spray twice in each nostril": how often the bottle is pressed.
        if (adverb && facts.Count > 0 && facts[^1] is Fact.Method { Code: "spray" } && terms.Is(counted, Sense.SiteLead))
            return Say(new Fact.Dose(terms.Start(terms.At), terms.End(counted), low, high, "spray"), counted);
        if (low != 1 || high is not null)
            return false;
        // "once at night": the event says it all.
        var next = terms.Skip(counted, Sense.At, Sense.Every);
        if (terms.Is(next, Sense.Event) || terms.Is(next, Sense.Rate) || terms.Is(next, Sense.Weekday) || terms.Is(counted, Sense.Before) || terms.Is(counted, Sense.After))
            return Skip(counted);
        if (terms.Is(counted, Sense.Stat) && adverb)
            return Skip(counted);
        var alone = counted >= terms.Count || terms[counted].Kind == TermKind.Symbol || terms.Is(counted, Sense.Prn) || terms.Is(counted, Sense.For);
        return alone && adverb && !terms.Is(terms.At, Sense.EachTime) && Say(new Fact.Count(terms.Start(terms.At), terms.End(counted), 1), counted);
    }

    // "up to qds"
    private bool UpToRate()
    {
        var i = terms.At;
        return terms.Is(i, Sense.UpTo) && DailyTimes(i + 1) is { } times && times > 1
            && Say(new Fact.Rate(terms.Start(i), terms.End(i + 2), 1, times, 1, null, TimeUnit.Day) { UpTo = true }, i + 2);
    }

    // « 1 cp x 3 »: three times a day, as French and Cambodian prescribers write it; surely so where a course or a meal follows.
    private bool TimesAlone()
    {
        var i = terms.At;
        var marked = terms.Is(i, Sense.Times) && !terms.Is(i, Sense.Intake) && terms[i].End - terms[i].Start <= 1;
        if (marked)
            i++;
        if (!(terms.Is(terms.At - 1, Sense.Unit) || terms.Is(terms.At - 1, Sense.Spoon)) || terms[i] is not { Kind: TermKind.Number, Fraction: false, Doubtful: false, Value: 2 or 3 or 4 } number
            || facts.Count == 0 || facts[^1] is not Fact.Dose { Unit: not ("box" or "bottle" or "tube") })
            return false;
        i++;
        // ១គ្រាប់ x ៣ដង, ១គ្រាប់ ៣ដង
        var counted = terms.Is(i, Sense.Times) && Khmer(i);
        if (counted)
            i++;
        else if (!marked || (terms[terms.At - 1].Lexeme!.Languages & SigLanguages.English) != 0)
            return false;
        var course = terms[i].Kind == TermKind.Number && terms.Is(i + 1, Sense.TimeUnit);
        var sure = course || terms.Is(i, Sense.For) || terms.Is(i, Sense.Before) || terms.Is(i, Sense.After) || terms.Is(i, Sense.With) || terms.Is(i, Sense.Mealtime) || terms.Is(i, Sense.Prn) || terms.Is(i, Sense.InCase) || terms.Is(i, Sense.If);
        if (!sure && i < terms.Count && !(terms[i] is { Kind: TermKind.Symbol, Symbol: ',' or ';' or '.' or '(' }))
            return false;
        if (!sure)
            Flags.Add("ambiguous-term");
        return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i), (int)number.Value, null, 1, null, TimeUnit.Day), i);
    }

    private bool Times(ref int i, out int low, out int? high)
    {
        (low, high) = (0, null);
        if (terms.Is(i, Sense.CountAdverb))
        {
            low = int.Parse(terms[i].Of(Sense.CountAdverb), CultureInfo.InvariantCulture);
            i++;
            var after = i + 1;
            if (terms.Is(i, Sense.Or) || terms.Is(i, Sense.To))
            {
                if (terms.Is(after, Sense.CountAdverb))
                    (high, i) = (int.Parse(terms[after].Of(Sense.CountAdverb), CultureInfo.InvariantCulture), after + 1);
                else if (terms.TryNumber(ref after, out var upper) && terms.Is(after, Sense.Times) && upper == decimal.Truncate(upper))
                    (high, i) = ((int)Math.Min(upper, MostTimes), after + 1);
            }

            return high is null || high > low;
        }

        var at = i;
        var before = terms.Is(at, Sense.Times) && !terms.Is(at, Sense.Intake);
        if (before)
            at++;
        if (!terms.TryAmount(ref at, out var amount, out var upperAmount) || amount != decimal.Truncate(amount) || amount is < 1 or > MostTimes
            || (upperAmount is { } upperLimit && (upperLimit != decimal.Truncate(upperLimit) || upperLimit > MostTimes)))
            return false;
        if (terms.Is(at, Sense.Times) || (terms.Is(at, Sense.Intake) && !terms.Is(at, Sense.Unit)))
            at++;
        else if (!before)
            return false;
        (low, high, i) = ((int)amount, (int?)upperAmount, at);
        return true;
    }

    // "a day", "per 24 hours", "/j", "daily", "every 3 weeks"; a bare "day" only right after "3 x".
    private bool Period(ref int i, out decimal period, out decimal? periodMax, out TimeUnit unit, bool bare = false)
    {
        (period, periodMax, unit) = (1, null, default);
        var term = terms[i];
        if (term.Is(Sense.Adverb) && TimeUnitCodes.FromCode(term.Of(Sense.Adverb)) is { } adverb)
        {
            (unit, i) = (adverb, i + 1);
            return true;
        }

        if (term.Is(Sense.Rate) && term.Of(Sense.Rate) is ['1', '/', ..] rate)
        {
            (period, unit, i) = (decimal.Parse(rate[2..rate.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture), UnitOf(rate), i + 1);
            return true;
        }

        var at = i;
        var led = false;
        while (terms.Is(at, Sense.Per) || terms.Is(at, Sense.Every) || terms.IsSymbol(at, '/') || (led && terms.Is(at, Sense.Article)))
            (at, led) = (at + 1, true);
        // "3 q par jour" is rather 3 g.
        if ((!led && !bare) || (terms.Is(i, Sense.Every) && at - i > 1 && terms[i].End - terms[i].Start == 1))
            return false;
        if (led && terms.Is(at, Sense.Other))
        {
            (period, at) = (int.Parse(terms[at].Of(Sense.Other), CultureInfo.InvariantCulture), at + 1);
        }
        else if (led && terms.TryAmount(ref at, out var number, out var upper))
        {
            (period, periodMax) = (number, upper);
            at = terms.Skip(at, Sense.Ordinal);
            if (number <= 0)
                return false;
        }

        // "every A hours" has lost its number.
        if (led && terms.Is(at - 1, Sense.Article) && terms.EndsIn(at - 1, 'a') && terms.EndsIn(at, 's'))
            return false;
        if (!terms.TryTimeUnit(ref at, out unit))
            return false;
        // "one tablet an hour before food": when, not how often.
        if (unit is TimeUnit.Hour or TimeUnit.Minute && led && terms.Is(at - 2, Sense.Article) && LeadsToAMeal(at))
            return false;
        i = at;
        return true;
    }

    // bd, tds, daily, weekly, on alternate days
    private bool WholeFrequency()
    {
        var i = terms.At;
        var term = terms[i];
        if (term.Is(Sense.Rate))
        {
            // After drops, "od" is rather the right eye.
            if (IsOd(term) && facts.Exists(each => each is Fact.Dose { Unit: "drop" }) && !eyeSite)
                return Unread(i + 1);
            var rate = term.Of(Sense.Rate);
            var slash = rate.IndexOf('/', StringComparison.Ordinal);
            var period = decimal.Parse(rate[(slash + 1)..rate.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
            var frequency = int.Parse(rate[..slash], CultureInfo.InvariantCulture);
            // "every other night": how often, and when.
            if (term.Is(Sense.Event))
                facts.Add(new Fact.Event(term.Start, term.End, Enum.Parse<EventTiming>(term.Of(Sense.Event)), null));
            // "bid-tid"
            var most = terms.IsSymbol(i + 1, '-') || terms.Is(i + 1, Sense.To) || terms.Is(i + 1, Sense.Or) ? DailyTimes(i + 2) : null;
            return most > frequency && period == 1 && UnitOf(rate) == TimeUnit.Day
                ? Say(new Fact.Rate(term.Start, terms.End(i + 3), frequency, most, 1, null, TimeUnit.Day), i + 3)
                : Say(new Fact.Rate(term.Start, term.End, frequency, null, period, null, UnitOf(rate)), i + 1);
        }

        if (term.Is(Sense.Hourly))
            return Say(new Fact.Rate(term.Start, term.End, 1, null, 1, null, TimeUnit.Hour), i + 1);
        // រៀងរាល់ថ្ងៃចន្ទ: every Monday, and not every day.
        if (!term.Is(Sense.Adverb) || (Khmer(i) && terms.Is(i + 1, Sense.Weekday)))
            return false;
        if (TimeUnitCodes.FromCode(term.Of(Sense.Adverb)) is not { } unit)
            return Say(new Fact.Event(term.Start, term.End, EventTiming.NIGHT, null), i + 1);
        // "daily twice"
        var after = i + 1;
        if (terms.Is(after, Sense.CountAdverb) && !terms.Is(after + 1, Sense.Per))
        {
            var times = int.Parse(terms[after].Of(Sense.CountAdverb), CultureInfo.InvariantCulture);
            return Say(new Fact.Rate(term.Start, terms.End(after + 1), times, null, 1, null, unit), after + 1);
        }

        return Say(new Fact.Rate(term.Start, term.End, 1, null, 1, null, unit) { Generic = unit == TimeUnit.Day }, i + 1);
    }

    private int? DailyTimes(int i) =>
        terms.Is(i, Sense.Rate) && terms[i].Of(Sense.Rate) is [var times, '/', '1', ' ', 'd'] ? times - '0' : null;

    // "2 tablets per day", "par semaine", "/ 24 h"
    private bool PerPeriod()
    {
        var i = terms.At;
        var term = terms[i];
        if (!term.Is(Sense.Per) && !terms.IsSymbol(i, '/'))
            return false;
        var numbered = terms[i + 1].Kind == TermKind.Number || terms.Is(i + 1, Sense.Number);
        if (numbered && (term.Is(Sense.At) || term.Is(Sense.Over) || term.Is(Sense.SiteLead) || term.Is(Sense.For) || term.Is(Sense.Divided)))
            return false;
        if (!Period(ref i, out var period, out var periodMax, out var unit))
            return false;
        return Say(
            new Fact.Rate(term.Start, terms.End(i), 1, null, period, periodMax, unit) { Generic = unit == TimeUnit.Day && period == 1 }, i);
    }

    private static TimeUnit UnitOf(string rate) => TimeUnitCodes.FromCode(rate[(rate.IndexOf(' ', StringComparison.Ordinal) + 1)..])!.Value;
}
