using Vejja.Reading.Dosing.Words;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>What is dispensed: quantity, refills, as much as suffices.</summary>
internal sealed partial class SigGrammar
{
    // #30, qty 30 tablets, refills: 2, AR 2, QSP 1 mois
    private bool Supply()
    {
        var i = terms.At;
        // "with 2 refills"
        if ((terms.Is(i, Sense.With) || terms.Is(i, Sense.And)) && terms[i + 1].Kind == TermKind.Number && terms.Is(i + 2, Sense.Refill))
            i = ++terms.At;
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
