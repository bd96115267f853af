using System.Globalization;
using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>Steps that follow one another, and parts of the course by number.</summary>
internal sealed partial class SigGrammar
{
    private bool Step()
    {
        var i = terms.At;
        var term = terms[i];
        if (!term.Is(Sense.Then))
            return false;
        // "after" leads to a meal or an event where one follows.
        return !Cycle() ? Say(new Fact.Then(term.Start, term.End, term.Of(Sense.Then) == "stop"), i + 1) : true;
    }

    // "reducing to 1 daily after 7 days"
    private bool LaterStep(int i)
    {
        if (!facts.Exists(each => each is Fact.Then) || !terms.TryNumber(ref i, out var number) || !terms.TryTimeUnit(ref i, out var unit)
            || unit is TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour || number <= 0)
            return false;
        return Say(new Fact.Later(terms.Start(terms.At), terms.End(i), number, unit), i);
    }

    // "day 1", "days 2-5", "J1 à J5", "week 1", "le 1er jour", "the first 3 days", "les 5 premiers jours"
    private bool PartOfCourse()
    {
        if (terms.Is(terms.At, Sense.Today))
            return Say(new Fact.Part(terms.Start(terms.At), terms.End(terms.At + 1), 1, 1, TimeUnit.Day), terms.At + 1);
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
}
