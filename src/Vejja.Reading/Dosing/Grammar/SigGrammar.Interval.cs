using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Intervals: every so long, and the Khmer way of naming the period first.</summary>
internal sealed partial class SigGrammar
{
    // "every 4 to 6 hours", "q8h", "toutes les 6 h", "every other day", "4 hourly", "/8h", "រៀងរាល់ ៨ម៉ោង"
    private bool Interval()
    {
        if (OnceEachUnit())
            return true;
        var i = terms.At;
        i = terms.Skip(i, Sense.UpTo);
        var every = terms.Is(i, Sense.Every);
        var slash = terms.IsSymbol(i, '/') && terms[i + 1].Kind == TermKind.Number;
        var abbreviated = every && terms[i].End - terms[i].Start == 1;
        if (every || slash)
            i = every ? terms.Skip(i, Sense.Every) : i + 1;
        // "every 3/12"
        if (every && terms[i].Kind == TermKind.Course)
            return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i + 1), 1, null, terms[i].Value, null, CourseUnit(terms[i])), i + 1);
        var number = i;
        var (period, periodMax) = (1m, (decimal?)null);
        if (every && terms.Is(i, Sense.Other))
            (period, i) = (int.Parse(terms[i].Of(Sense.Other), CultureInfo.InvariantCulture), i + 1);
        else if (terms.TryAmount(ref i, out var amount, out var upper))
            (period, periodMax) = (amount, upper);
        else if (!every)
            return false;
        if (period <= 0)
            return false;
        var counted = i > number;
        // "every hours" has lost its number; "toutes les heures" has not.
        if (every && !counted && terms.Is(i, Sense.TimeUnit) && terms.EndsIn(i, 's') && !terms.EndsIn(i - 1, 's'))
            return false;
        i = terms.Skip(i, Sense.Ordinal);
        TimeUnit unit;
        if (counted && (terms.IsSymbol(i, '-') ? terms.Is(i + 1, Sense.Hourly) : terms.Is(i, Sense.Hourly)))
            (unit, i) = (TimeUnit.Hour, terms.IsSymbol(i, '-') ? i + 2 : i + 1);
        else if (!(every || slash) || !terms.TryTimeUnit(ref i, out unit))
            return !every && !slash && EveryLength();
        // "q1d" can be a misread "qid".
        if (abbreviated && counted && period == 1 && terms[number].Glued)
            Flags.Add("ambiguous-term");
        i = terms.Skip(i, Sense.OnceEach);
        // រាល់ថ្ងៃចន្ទ
        if (!counted && unit == TimeUnit.Day && Khmer(i - 1) && terms.Is(i, Sense.Weekday))
            return Skip(i);
        return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i), 1, null, period, periodMax, unit) { Generic = !counted && unit == TimeUnit.Day && period == 1 }, i);
    }

    // Khmer: a length of time and "once": ៨ម៉ោងម្តង, ២ថ្ងៃម្តង
    private bool EveryLength()
    {
        var i = terms.At;
        if (!terms.TryAmount(ref i, out var period, out var upper) || !terms.TryTimeUnit(ref i, out var unit) || !terms.Is(i, Sense.OnceEach))
            return false;
        return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i + 1), 1, null, period, upper, unit), i + 1);
    }

    // Khmer: a unit of time and "once": ថ្ងៃម្តង. In ព្រឹកម្តង ថ្ងៃម្តង the day is the noon.
    private bool OnceEachUnit()
    {
        var i = terms.At;
        return terms.TryTimeUnit(ref i, out var unit) && terms.Is(i, Sense.OnceEach) && Khmer(i) && !(unit == TimeUnit.Day && (facts.Exists(each => each is Fact.Event) || terms.Is(i + 1, Sense.Event)))
            && Say(new Fact.Rate(terms.Start(terms.At), terms.End(i + 1), 1, null, 1, null, unit), i + 1);
    }

    // Khmer: មួយថ្ងៃ ១គ្រាប់, so much a day; the dose is read by its own rule.
    private bool PeriodThenDose()
    {
        var i = terms.At;
        if (facts.Exists(each => each is Fact.Rate) || (facts.Count > 0 && facts[^1] is Fact.Event) || !terms.TryNumber(ref i, out var period) || period != 1 || !Khmer(i)
            || !terms.TryTimeUnit(ref i, out var unit) || unit is not (TimeUnit.Day or TimeUnit.Week or TimeUnit.Month))
            return false;
        var at = terms.Skip(i, Sense.Method);
        return terms.TryAmount(ref at, out _, out _) && terms.Is(at, Sense.Unit) && !terms.Is(at, Sense.TimeUnit)
            && Say(new Fact.Rate(terms.Start(terms.At), terms.End(i), 1, null, 1, null, unit) { Generic = unit == TimeUnit.Day }, i);
    }

    private bool Khmer(int i) => terms[i].Lexeme is { } lexeme && (lexeme.Languages & SigLanguages.Khmer) != 0;

    // Khmer: ក្នុងមួយថ្ងៃ ៣ដង, ១ថ្ងៃ ២ដង
    private bool PeriodThenTimes()
    {
        if (PeriodThenDose())
            return true;
        var i = terms.At;
        decimal period = 1;
        TimeUnit unit;
        if (terms.Is(i, Sense.Adverb) && TimeUnitCodes.FromCode(terms[i].Of(Sense.Adverb)) is { } adverb)
        {
            (unit, i) = (adverb, i + 1);
        }
        else
        {
            i = terms.Skip(i, Sense.Per);
            terms.TryNumber(ref i, out period);
            if (period <= 0 && i > terms.At && !terms.Is(i - 1, Sense.Per))
                return false;
            if (!terms.TryTimeUnit(ref i, out unit))
                return false;
            if (period <= 0)
                period = 1;
        }

        // Khmer may name the method in between: មួយថ្ងៃលេប៣ដង.
        if (terms.Is(i, Sense.Method))
            i++;
        var number = i;
        if (!terms.TryAmount(ref i, out var low, out var high) || !terms.Is(i, Sense.Times) || terms.Is(i, Sense.For) || low != decimal.Truncate(low) || low is < 1 or > MostTimes || (high is { } most && (most > MostTimes || most != decimal.Truncate(most)))
            || number == terms.At)
            return false;
        // "១ថ្ងៃ ២ដង/១ថ្ងៃ" would say the period twice.
        i++;
        if (terms.IsSymbol(i, '/') || terms.Is(i, Sense.Per))
            return false;
        return Say(new Fact.Rate(terms.Start(terms.At), terms.End(i), (int)low, (int?)high, period, null, unit), i);
    }
}
