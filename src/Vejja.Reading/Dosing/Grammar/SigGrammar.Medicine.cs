using Vejja.Reading.Dosing.Words;
using Vejja.Reading.Lexicon;

namespace Vejja.Reading.Dosing.Grammar;

/// <summary>The medicine that a line names before its dosing: "Metformin 500 mg tablets: one twice a day". It is no part of the dosing, but its form can say what is counted.</summary>
internal sealed partial class SigGrammar
{
    private const int MostNameTerms = 7;
    private const int ShortestName = 4;
    private static readonly HashSet<string> StrengthUnits = new(StringComparer.Ordinal) { "mg", "g", "ug", "ng", "mmol", "meq", "[iU]", "%", "10*6.[iU]" };
    private bool named;

    private bool Medicine()
    {
        var i = terms.At;
        if (named || !(facts.TrueForAll(each => each is Fact.Method or Fact.Join or Fact.Advice) || terms.Is(i - 1, Sense.Filler)))
            return false;
        var form = "";
        // "Tab. Losartan", "Inj. Ceftriaxone"
        var at = FormAhead(i, ref form);
        if (!(terms[at].Kind == TermKind.Unknown || terms.Is(at, Sense.Medicine)) || terms[at].End - terms[at].Start < ShortestName || NameFrom(at) is not { } next)
            return false;
        named = true;
        at = SkipMarks(next);
        if (terms.IsSymbol(next, '(') && NameFrom(next + 1) is { } other && terms.IsSymbol(other, ')'))
            at = SkipMarks(other + 1);
        var strength = at;
        if (Strength(ref at))
        {
            var afterStrength = at;
            at = FormWords(at, ref form);
            // "Prednisolone 40 mg in the morning": without a dose beside it, the amount is the dose.
            if (!DoseFollows(at))
                return SayMedicine(form, strength) && (at == afterStrength || SayStrength(strength, at));
        }
        else
        {
            at = FormWords(at, ref form);
        }

        return SayMedicine(form, at);
    }

    private bool SayMedicine(string form, int next) => Say(new Fact.Medicine(terms.Start(terms.At), terms.End(next), form), next);

    // The amount before a form: "atorvastatin 20 mg tablets at night".
    private bool SayStrength(int amount, int next)
    {
        var i = amount;
        return terms.TryNumber(ref i, out var value) && terms.Is(i, Sense.Unit) && terms[i].Of(Sense.Unit) is var unit && unit != "%" && i + 1 <= next && !terms.IsSymbol(i + 1, '/') && !terms.IsSymbol(i + 1, '+')
            ? Say(new Fact.Dose(terms.Start(amount), terms.End(i + 1), value, null, unit), next)
            : Skip(next);
    }

    private int FormAhead(int i, ref string form)
    {
        var abbreviation = terms[i].Kind == TermKind.Unknown && terms.IsSymbol(i + 1, '.') && terms[i].End - terms[i].Start <= 4;
        if (!abbreviation && !IsForm(i))
            return i;
        if (!abbreviation)
            form = Countable(terms[i].Of(Sense.Unit));
        else if (terms.Written(i) is "T" or "t")
            form = "tablet";
        else if (terms.Written(i) is "C" or "c")
            form = "capsule";
        i++;
        return terms.IsSymbol(i, '.') ? i + 1 : i;
    }

    private int? NameFrom(int at)
    {
        for (var last = Math.Min(at + MostNameTerms, terms.Count) - 1; last >= at; last--)
        {
            if (terms[last].Kind is TermKind.Unknown or TermKind.Word or TermKind.Number && MedicineLexicon.Default.ResolveExactly(terms.Written(at, last).ToString()).Kind == NameMatchKind.Exact)
                return last + 1;
        }

        return terms.Is(at, Sense.Medicine) ? at + 1 : null;
    }

    // 500 mg; 1 g/125 mg; 500/125 mg; 250 mg/5 mL; 30/500
    private bool Strength(ref int i)
    {
        var at = i;
        if (!terms.TryNumber(ref at, out var value) || value <= 0)
            return false;
        var measured = terms.Is(at, Sense.Unit) && StrengthUnits.Contains(terms[at].Of(Sense.Unit));
        if (measured)
            at++;
        else if (terms.IsSymbol(at, '%'))
            (measured, at) = (true, at + 1);
        while (terms[at] is { Kind: TermKind.Symbol, Symbol: '/' or '+' } && terms[at + 1].Kind == TermKind.Number && !(measured && terms.Is(at + 2, Sense.TimeUnit)))
        {
            var second = at + 1;
            if (!terms.TryNumber(ref second, out _))
                break;
            var unit = terms.Is(second, Sense.Unit) && Measures.Contains(terms[second].Of(Sense.Unit));
            if (measured && !unit)
                break;
            (at, measured) = (unit ? second + 1 : second, true);
        }

        if (!measured)
            return false;
        i = at;
        return true;
    }

    private int FormWords(int i, ref string form)
    {
        while (terms[i] is { Kind: TermKind.Symbol, Symbol: ':' or ',' or '-' or '.' or '(' or ')' } || IsForm(i) || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number) && !terms.Is(i, Sense.At) && !terms.Is(i, Sense.And))
            || (terms.Is(i, Sense.Site) && IsForm(i + 1)))
        {
            if (IsForm(i))
            {
                if (form.Length > 0 && Countable(terms[i].Of(Sense.Unit)) != form)
                    break;
                form = Countable(terms[i].Of(Sense.Unit));
            }

            i++;
        }

        return i;
    }

    private bool IsForm(int i) => terms.Is(i, Sense.Unit) && !terms.Is(i, Sense.TimeUnit) && !terms.Is(i, Sense.Route) && !Measures.Contains(terms[i].Of(Sense.Unit));

    // Whether a dose of its own follows, and not how often or how long.
    private bool DoseFollows(int i)
    {
        while (terms.Is(i, Sense.Method) || (terms.Is(i, Sense.Filler) && !terms.Is(i, Sense.Number)) || (terms.Is(i, Sense.Article) && !terms.Is(i, Sense.Number)))
            i++;
        // 1-0-1
        if (terms[i].Kind == TermKind.Number && terms[i + 1] is { Kind: TermKind.Symbol, Symbol: '-' or '+' } && terms[i + 2].Kind == TermKind.Number)
            return true;
        // ព្រឹក១ ល្ងាច១, "morning 1 evening 2"
        var first = terms.IsSymbol(i + 1, ':') ? i + 2 : i + 1;
        if (terms.Is(i, Sense.Event) && terms[first] is { Kind: TermKind.Number, Doubtful: false } && (!terms.Is(first + 1, Sense.TimeUnit) || (terms.Is(first + 1, Sense.Event) && terms[first + 2].Kind == TermKind.Number)))
            return true;
        var at = i;
        if (!terms.TryAmount(ref at, out _, out _))
            return false;
        return !(terms.Is(at, Sense.Times) || terms.Is(at, Sense.Hourly) || terms.Is(at, Sense.Intake) || terms.Is(at, Sense.TimeUnit) || terms.Is(at, Sense.OClock) || (terms.Is(at, Sense.Meridiem) && terms[at].End - terms[at].Start == 2))
            || terms.Is(at, Sense.For) && terms[at].Kind != TermKind.Symbol && terms[at].End - terms[at].Start == 1;
    }

    private int SkipMarks(int i)
    {
        while (terms[i] is { Kind: TermKind.Symbol, Symbol: ':' or ',' or '-' or '®' or '™' })
            i++;
        return i;
    }

    private static string Countable(string unit) => unit is "tablet" or "capsule" or "sachet" or "suppository" or "patch" or "pessary" or "lozenge" or "film" ? unit : "";
}
