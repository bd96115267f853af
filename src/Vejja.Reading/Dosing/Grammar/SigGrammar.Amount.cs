using Vejja.Domain.Dosing;
using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>What an amount holds and what it is measured against: contents of one injection, strengths, weights, flow.</summary>
internal sealed partial class SigGrammar
{
    // "125 mL/h", "à 2 L/min": how fast, not how much at one time.
    private bool Flow()
    {
        var i = terms.Skip(terms.At, Sense.Flow, Sense.At);
        if (!terms.TryNumber(ref i, out var amount) || amount <= 0 || !terms.Is(i, Sense.Unit) || !Measures.Contains(terms[i].Of(Sense.Unit)))
            return false;
        var unit = terms[i].Of(Sense.Unit);
        i++;
        if (!terms.IsSymbol(i, '/') && !terms.Is(i, Sense.Per))
            return false;
        i++;
        return terms.TryTimeUnit(ref i, out var per) && per is TimeUnit.Hour or TimeUnit.Minute
            && Say(new Fact.Flow(terms.Start(terms.At), terms.End(i), amount, unit, per), i);
    }

    private void Contents(ref int i, ref decimal low, ref string unit)
    {
        var of = terms.Skip(i, Sense.Route);
        var at = IsOf(of) ? of + 1 : i;
        // « 1 dose de 12 kg » is a mark on a syringe for a child of that weight.
        if (!terms.TryNumber(ref at, out var contents) || contents <= 0 || !terms.Is(at, Sense.Unit) || terms[at].Of(Sense.Unit) is not (not "kg" and var measure) || !Measures.Contains(measure))
            return;
        if (of > i)
            facts.Add(new Fact.Route(terms.Start(i), terms.End(of), terms[i].Of(Sense.Route)));
        (low, unit, i) = (contents, measure, at + 1);
    }

    // "15 mg/kg", "50 mg/kg/dose", "10 mg par kg": UCUM writes it as printed.
    private string PerWeight(ref int i)
    {
        if (!(terms.IsSymbol(i, '/') || (terms.Is(i, Sense.Per) && !terms.Is(i, Sense.Article))) || !terms.Is(i + 1, Sense.Unit) || terms[i + 1].Of(Sense.Unit) != "kg")
            return "";
        i += 2;
        if (terms.IsSymbol(i, '/') && (terms.Is(i + 1, Sense.Intake) || (terms.Is(i + 1, Sense.Unit) && terms[i + 1].Of(Sense.Unit) == "dose")))
            i += 2;
        return "/kg";
    }

    private int SpoonAfterVolume(int i) => terms.Is(i, Sense.Spoon) ? i + 1 : i;

    // "1 tablet (20 mg total)", "2 capsules 800 mg", "1 tablet of 500 mg", "3 tabs= 60 mg"
    private int SkipStrength(int i)
    {
        var at = i;
        while (terms.IsSymbol(at, '(') || terms.IsSymbol(at, '=') || terms.IsSymbol(at, '-') || terms.IsSymbol(at, ',') || terms.Is(at, Sense.Total) || IsOf(at) || IsThatIs(at))
            at++;
        if (!terms.TryAmount(ref at, out var strength, out _) || strength <= 0 || !terms.Is(at, Sense.Unit) || !Measures.Contains(terms[at].Of(Sense.Unit)))
            return i;
        at++;
        // (250 mg/5 mL)
        if (terms.IsSymbol(at, '/') && terms[at + 1].Kind == TermKind.Number && terms.Is(at + 2, Sense.Unit))
            at += 3;
        while (terms.Is(at, Sense.Total) && !terms.Is(at, Sense.Event))
            at++;
        if (terms.IsSymbol(at, ')'))
            at++;
        // A measure that goes on with its own frequency is a dose of its own.
        return terms.Is(at, Sense.Unit) ? i : at;
    }

    // « 2 gélules (soit 1 g) »; elsewhere « soit » is rather a misread « soir ».
    private bool IsThatIs(int at) => terms.IsSymbol(at - 1, '(') && terms[at + 1].Kind == TermKind.Number && terms.Written(at) is "soit";

    private bool IsOf(int at) => terms.Is(at, Sense.Filler) && !terms.Is(at, Sense.Number) && (terms[at + 1].Kind == TermKind.Number);
}
